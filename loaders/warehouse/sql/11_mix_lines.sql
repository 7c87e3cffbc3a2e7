-- grain       one row a fiscal year and line of business
-- inputs      canonical.attendance, canonical.sessions, canonical.assignments, canonical.departments
-- parameters  none
-- units       other_line: mean share of a manager's co-attendees who sit in another line, 0 to 1; by_chance: the share if
--             that year's attendees had been grouped regardless of line; managers: count
CREATE OR REPLACE TABLE mart.mixing AS
-- attendance with its days first, or every session would be joined to all assignments of its day
WITH held AS MATERIALIZED (
  SELECT attendance.session_id, attendance.manager_id, sessions.held_on
  FROM canonical.attendance AS attendance
  JOIN canonical.sessions AS sessions USING (session_id)
),
present AS (
  SELECT
    held.session_id,
    fiscal_year(held.held_on)::INTEGER AS fiscal_year,
    held.manager_id,
    departments.division
  FROM held
  JOIN canonical.assignments AS assignments
    ON assignments.manager_id = held.manager_id
    AND assignments.valid_from <= held.held_on
    AND (assignments.valid_to IS NULL OR assignments.valid_to >= held.held_on)
  JOIN canonical.departments AS departments ON departments.department_id = assignments.department_id
),
sides AS (
  SELECT session_id, division, count(*) AS managers FROM present GROUP BY session_id, division
),
sizes AS (
  SELECT session_id, sum(managers) AS managers FROM sides GROUP BY session_id
),
by_manager AS (
  SELECT
    present.fiscal_year,
    present.division,
    present.manager_id,
    sum(sizes.managers - sides.managers) / sum(sizes.managers - 1) AS other_line
  FROM present
  JOIN sides ON sides.session_id = present.session_id AND sides.division IS NOT DISTINCT FROM present.division
  JOIN sizes ON sizes.session_id = present.session_id
  WHERE sizes.managers > 1
  GROUP BY present.fiscal_year, present.division, present.manager_id
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
