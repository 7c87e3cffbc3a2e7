-- grain       one row a fiscal year
-- inputs      canonical.department_years, the sector's simulated series as a CSV file
-- parameters  none: the parts are filled in
-- units       revenue, profit: yen; comparator: the sector's revenue, 2009 = 100
INSERT INTO canonical.organisation_years (_row, fiscal_year, headcount, managers, revenue, profit, comparator)
WITH sector AS (
  SELECT fiscal_year, comparator
  FROM read_csv({{path}}, auto_detect = false, header = true, delim = ',', columns = {{types}})
),
totals AS (
  SELECT
    fiscal_year,
    sum(headcount) AS headcount,
    sum(managers) AS managers,
    sum(revenue) AS revenue,
    sum(profit) AS profit
  FROM canonical.department_years
  GROUP BY fiscal_year
)
SELECT
  row_number() OVER (ORDER BY totals.fiscal_year) AS _row,
  totals.fiscal_year,
  totals.headcount,
  totals.managers,
  totals.revenue,
  totals.profit,
  sector.comparator
FROM totals
JOIN sector USING (fiscal_year)
ORDER BY totals.fiscal_year;
