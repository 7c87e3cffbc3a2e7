-- grain       one row a state and year
-- inputs      fatalities
-- parameters  none
-- units       rates: deaths per 10,000 people; beer_tax: dollars of 1988 a case; income: dollars of 1987
SELECT
  "state" AS department_id,
  "year" AS fiscal_year,
  10000.0 * fatal / pop AS fatality_rate,
  10000.0 * nfatal / pop AS night_fatality_rate,
  beertax AS beer_tax,
  drinkage AS drinking_age,
  miles,
  unemp AS unemployment,
  income
FROM fatalities
ORDER BY department_id, fiscal_year
