-- grain       one row a fiscal year and line of business
-- inputs      canonical.attendance, canonical.sessions, canonical.assignments, canonical.departments
-- parameters  none
-- units       other_line: mean share of a manager's co-attendees who sit in another line, 0 to 1; by_chance: the share if
--             that year's attendees had been grouped regardless of line; managers: count
CREATE OR REPLACE TABLE mart.mixing AS
WITH present AS (
  SELECT
    sessions.session_id,
    fiscal_year(sessions.held_on)::INTEGER AS fiscal_year,
    attendance.manager_id,
    departments.division
  FROM canonical.attendance AS attendance
  JOIN canonical.sessions AS sessions USING (session_id)
  JOIN canonical.assignments AS assignments
    ON assignments.manager_id = attendance.manager_id
    AND assignments.valid_from <= sessions.held_on
    AND (assignments.valid_to IS NULL OR assignments.valid_to >= sessions.held_on)
  JOIN canonical.departments AS departments ON departments.department_id = assignments.department_id
),
counted AS (
  SELECT
    session_id,
    fiscal_year,
    manager_id,
    division,
    count(*) OVER (PARTITION BY session_id) - 1 AS others,
    count(*) OVER (PARTITION BY session_id) - count(*) OVER (PARTITION BY session_id, division) AS from_other_line
  FROM present
),
by_manager AS (
  SELECT fiscal_year, division, manager_id, sum(from_other_line) / sum(others) AS other_line
  FROM counted
  WHERE others > 0
  GROUP BY fiscal_year, division, manager_id
),
attendees AS (
  SELECT fiscal_year, division, count(*) AS managers FROM by_manager GROUP BY fiscal_year, division
)
SELECT
  by_manager.fiscal_year,
  by_manager.division,
  count(*)::INTEGER AS managers,
  avg(by_manager.other_line) AS other_line,
  (SELECT sum(managers) FROM attendees WHERE fiscal_year = by_manager.fiscal_year AND division <> by_manager.division)
  / nullif((SELECT sum(managers) FROM attendees WHERE fiscal_year = by_manager.fiscal_year) - 1, 0) AS by_chance
FROM by_manager
GROUP BY by_manager.fiscal_year, by_manager.division
ORDER BY by_manager.fiscal_year, by_manager.division;
