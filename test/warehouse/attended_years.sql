-- grain       one row a department, or none, and fiscal year
-- inputs      mart.attended_years
-- parameters  none
-- units       managers, sessions: count
SELECT
  department_id,
  fiscal_year,
  count(*)::INTEGER AS managers,
  sum(sessions)::INTEGER AS sessions
FROM mart.attended_years
GROUP BY department_id, fiscal_year
ORDER BY department_id, fiscal_year;
