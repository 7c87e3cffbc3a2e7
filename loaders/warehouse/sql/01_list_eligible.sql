-- grain       one row a manager, fiscal year and department in which he or she sat on the year's first day
-- inputs      canonical.assignments, canonical.managers, mart.settings
-- parameters  none
-- units       none
CREATE OR REPLACE TABLE mart.eligible_managers AS
WITH years AS (
  SELECT unnest(range(
    (SELECT min(fiscal_year(valid_from)) FROM canonical.assignments)::BIGINT,
    (SELECT max(last_year) FROM mart.settings)::BIGINT + 1
  )) AS fiscal_year
)
SELECT years.fiscal_year::INTEGER AS fiscal_year, assignments.department_id, assignments.manager_id
FROM years
JOIN canonical.assignments AS assignments
  ON assignments.valid_from <= fiscal_start(years.fiscal_year)
  AND (assignments.valid_to IS NULL OR assignments.valid_to >= fiscal_start(years.fiscal_year))
ORDER BY fiscal_year, department_id, manager_id;
