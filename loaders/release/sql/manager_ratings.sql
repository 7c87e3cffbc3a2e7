-- grain       one row a manager and fiscal year with a rating
-- inputs      mart.manager_ratings
-- parameters  none
-- units       z: standard deviations among the year's ratings; taken_part: 1 from the fiscal year after the first with a session on
SELECT
  manager_id,
  fiscal_year,
  z,
  started_in,
  coalesce(fiscal_year > started_in, false)::INTEGER AS taken_part
FROM mart.manager_ratings
WHERE z IS NOT NULL
ORDER BY manager_id, fiscal_year;
