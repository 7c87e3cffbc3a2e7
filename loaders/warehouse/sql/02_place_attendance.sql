-- grain       one row a manager, fiscal year and department in which he or she sat on the day of a session attended; without a
--             department where the study has no assignments
-- inputs      canonical.attendance, canonical.sessions, canonical.assignments
-- parameters  none
-- units       sessions: count
CREATE OR REPLACE TABLE mart.attended_years AS
WITH attended AS (
  SELECT DISTINCT attendance.manager_id, sessions.session_id, sessions.held_on, fiscal_year(sessions.held_on) AS fiscal_year
  FROM canonical.attendance AS attendance
  JOIN canonical.sessions AS sessions USING (session_id)
)
SELECT
  attended.manager_id,
  attended.fiscal_year::INTEGER AS fiscal_year,
  assignments.department_id,
  count(*)::INTEGER AS sessions
FROM attended
LEFT JOIN canonical.assignments AS assignments
  ON assignments.manager_id = attended.manager_id
  AND assignments.valid_from <= attended.held_on
  AND (assignments.valid_to IS NULL OR assignments.valid_to >= attended.held_on)
WHERE assignments.manager_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM canonical.assignments)
GROUP BY attended.manager_id, attended.fiscal_year, assignments.department_id
ORDER BY attended.manager_id, attended.fiscal_year, assignments.department_id;
