-- grain       one row a department, fiscal year and measure that has a value
-- inputs      canonical.department_years, canonical.department_measures, mart.participation
-- parameters  none
-- units       as the measure declares; margin and shares 0 to 1; profit_per_head in the study's currency
CREATE OR REPLACE TABLE mart.department_measures AS
SELECT department_id, fiscal_year::INTEGER AS fiscal_year, measure, "value" FROM canonical.department_measures
UNION ALL
SELECT department_id, fiscal_year, measure, "value"
FROM (
  SELECT
    department_id,
    fiscal_year::INTEGER AS fiscal_year,
    mart.margin(profit, revenue) AS margin,
    mart.profit_per_head(profit, headcount) AS profit_per_head
  FROM canonical.department_years
)
UNPIVOT ("value" FOR measure IN (margin, profit_per_head))
UNION ALL
SELECT department_id, fiscal_year, measure, "value"
FROM (SELECT department_id, fiscal_year, "current" AS participation, stock, dose FROM mart.participation)
UNPIVOT ("value" FOR measure IN (participation, stock, dose))
ORDER BY department_id, fiscal_year, measure;
