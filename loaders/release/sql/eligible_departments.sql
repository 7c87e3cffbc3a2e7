-- grain       one row a department and fiscal year in which the organisation has eligible managers and yearly figures
-- inputs      canonical.departments, canonical.department_years, canonical.organisation_years, mart.participation
-- parameters  none
-- units       eligible: managers, 0 where there are none
WITH years AS (
  SELECT DISTINCT fiscal_year
  FROM mart.participation
  WHERE fiscal_year BETWEEN (SELECT least(
      (SELECT min(fiscal_year) FROM canonical.department_years),
      (SELECT min(fiscal_year) FROM canonical.organisation_years)
    ))
    AND (SELECT greatest(
      (SELECT max(fiscal_year) FROM canonical.department_years),
      (SELECT max(fiscal_year) FROM canonical.organisation_years)
    ))
)
SELECT
  departments.department_id,
  departments.name,
  departments.division,
  years.fiscal_year,
  coalesce(participation.eligible, 0)::INTEGER AS eligible
FROM canonical.departments AS departments
LEFT JOIN years ON true
LEFT JOIN mart.participation AS participation
  ON participation.department_id = departments.department_id AND participation.fiscal_year = years.fiscal_year
ORDER BY departments.department_id, years.fiscal_year;
