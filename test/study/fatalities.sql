-- grain       one row a state and year
-- inputs      department_years
-- parameters  none
-- units       deaths per 10,000 people; dollars a case
SELECT department_id, fiscal_year::INTEGER AS fiscal_year, fatality_rate, beer_tax
FROM canonical.department_years
ORDER BY department_id, fiscal_year;
