-- grain       one row a fiscal year of the programme
-- inputs      mart.eligible_managers, mart.settings, canonical.department_lineage
-- parameters  none
-- units       managers: in post on the first day of the year and of the year before; moved: of these, in other departments
--             than the year before, to which theirs did not pass its people on
WITH seats AS (
  SELECT manager_id, fiscal_year, list(DISTINCT department_id) AS departments
  FROM mart.eligible_managers
  GROUP BY manager_id, fiscal_year
),
pairs AS (
  SELECT
    seated.fiscal_year,
    list_has_any(seated.departments, before.departments) AS stayed,
    EXISTS (
      SELECT 1
      FROM canonical.department_lineage AS lineage
      WHERE lineage.fiscal_year IN (seated.fiscal_year, before.fiscal_year)
        AND list_contains(before.departments, lineage.from_id)
        AND list_contains(seated.departments, lineage.to_id)
    ) AS passed_on
  FROM seats AS seated
  JOIN seats AS before ON before.manager_id = seated.manager_id AND before.fiscal_year = seated.fiscal_year - 1
  CROSS JOIN mart.settings AS settings
  WHERE seated.fiscal_year BETWEEN settings.first_year AND settings.last_year
)
SELECT
  fiscal_year,
  count(*)::INTEGER AS managers,
  count(*) FILTER (NOT stayed AND NOT passed_on)::INTEGER AS moved
FROM pairs
GROUP BY fiscal_year
ORDER BY fiscal_year;
