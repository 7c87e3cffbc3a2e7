-- grain       one row a manager who completed the programme: two thirds of its sessions within a fiscal year
-- inputs      mart.attended_years, mart.settings
-- parameters  none
-- units       completed_in: first fiscal year of completion; started_in: first fiscal year with a session
CREATE OR REPLACE TABLE mart.completions AS
WITH manager_years AS (
  SELECT manager_id, fiscal_year, sum(sessions) AS sessions
  FROM mart.attended_years
  GROUP BY manager_id, fiscal_year
)
SELECT
  manager_id,
  min(fiscal_year)::INTEGER AS started_in,
  min(fiscal_year) FILTER (
    sessions >= 2 * (SELECT sessions_in_programme FROM mart.settings) / 3
  )::INTEGER AS completed_in
FROM manager_years
GROUP BY manager_id
ORDER BY manager_id;
