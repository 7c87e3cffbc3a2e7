-- grain       one row a year before or after the first fiscal year with a session
-- inputs      mart.manager_ratings, mart.completions
-- parameters  none
-- units       mean, sd: standard deviations among the year's ratings; managers: distinct; started: all who have
--             a first session
SELECT
  fiscal_year - started_in AS years_from_start,
  count(DISTINCT manager_id)::INTEGER AS managers,
  (SELECT count(*)::INTEGER FROM mart.completions WHERE started_in IS NOT NULL) AS started,
  avg(z) AS mean,
  stddev_samp(z) AS sd
FROM mart.manager_ratings
WHERE started_in IS NOT NULL AND z IS NOT NULL AND fiscal_year - started_in BETWEEN -4 AND 4
GROUP BY years_from_start
ORDER BY years_from_start;
