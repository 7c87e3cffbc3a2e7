-- grain       one row a department and fiscal year with eligible managers
-- inputs      mart.eligible_managers, mart.attended_years, mart.completions, canonical.participation_years, mart.settings
-- parameters  none
-- units       current, stock: share of eligible managers, 0 to 1; dose: sessions an eligible manager, over a full
--             programme's, both null where the study does not say what a full programme is; eligible, participants: managers
CREATE OR REPLACE TABLE mart.participation AS
WITH counted AS (
  SELECT
    eligible.department_id,
    eligible.fiscal_year,
    count(*) AS eligible,
    count(attended.manager_id) AS participants,
    count(*) FILTER (completions.completed_in <= eligible.fiscal_year) AS completed
  FROM mart.eligible_managers AS eligible
  LEFT JOIN mart.attended_years AS attended USING (manager_id, fiscal_year, department_id)
  LEFT JOIN mart.completions AS completions USING (manager_id)
  GROUP BY eligible.department_id, eligible.fiscal_year
),
attended AS (
  SELECT department_id, fiscal_year, sum(sessions) AS sessions
  FROM mart.attended_years
  GROUP BY department_id, fiscal_year
)
SELECT
  counted.department_id,
  counted.fiscal_year::INTEGER AS fiscal_year,
  counted.eligible::INTEGER AS eligible,
  counted.participants::INTEGER AS participants,
  counted.participants / counted.eligible AS "current",
  CASE WHEN settings.sessions_in_programme IS NOT NULL THEN counted.completed / counted.eligible END AS stock,
  coalesce(attended.sessions, 0) / counted.eligible / settings.sessions_in_programme AS dose
FROM counted
CROSS JOIN mart.settings AS settings
LEFT JOIN attended USING (department_id, fiscal_year)
WHERE (SELECT count(*) FROM canonical.attendance) > 0
UNION ALL
SELECT
  department_id,
  fiscal_year::INTEGER,
  eligible::INTEGER,
  participants::INTEGER,
  participants / nullif(eligible, 0),
  NULL,
  NULL
FROM canonical.participation_years
WHERE (SELECT count(*) FROM canonical.attendance) = 0
ORDER BY department_id, fiscal_year;
