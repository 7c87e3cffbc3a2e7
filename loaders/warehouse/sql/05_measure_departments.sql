-- grain       one row a department, fiscal year and measure that has a value
-- inputs      canonical.department_measures, mart.participation
-- parameters  none
-- units       as the measure declares; margin and shares 0 to 1; profit_per_head in the study's currency
CREATE OR REPLACE TABLE mart.department_measures AS
WITH wide AS (
  SELECT
    department_id,
    fiscal_year,
    max("value") FILTER (measure = 'profit') AS profit,
    max("value") FILTER (measure = 'revenue') AS revenue,
    max("value") FILTER (measure = 'headcount') AS headcount
  FROM canonical.department_measures
  GROUP BY department_id, fiscal_year
)
SELECT department_id, fiscal_year::INTEGER AS fiscal_year, measure, "value" FROM canonical.department_measures
UNION ALL
SELECT department_id, fiscal_year::INTEGER, 'margin', profit / revenue FROM wide WHERE profit IS NOT NULL AND revenue > 0
UNION ALL
SELECT department_id, fiscal_year::INTEGER, 'profit_per_head', profit / headcount
FROM wide
WHERE profit IS NOT NULL AND headcount > 0
UNION ALL
SELECT department_id, fiscal_year, measure, "value"
FROM (SELECT department_id, fiscal_year, "current" AS participation, stock, dose FROM mart.participation)
UNPIVOT ("value" FOR measure IN (participation, stock, dose))
ORDER BY department_id, fiscal_year, measure;
