-- grain       one row
-- inputs      mart.eligible_managers, mart.manager_ratings, mart.completions, mart.settings
-- parameters  none
-- units       managers: eligible in a year of the programme; of these ever rated; rated in two years or more; of these with
--             a first session; rated before that year and after it
WITH eligible AS (
  SELECT DISTINCT manager_id
  FROM mart.eligible_managers
  WHERE fiscal_year BETWEEN (SELECT first_year FROM mart.settings) AND (SELECT last_year FROM mart.settings)
),
rated AS (
  SELECT
    manager_id,
    count(*) AS years,
    max(started_in) AS started_in,
    coalesce(min(fiscal_year) < max(started_in) AND max(fiscal_year) > max(started_in), false) AS either_side
  FROM mart.manager_ratings
  WHERE z IS NOT NULL
  GROUP BY manager_id
)
SELECT
  count(*)::INTEGER AS eligible,
  count(rated.manager_id)::INTEGER AS rated,
  count(*) FILTER (rated.years >= 2)::INTEGER AS compared,
  count(*) FILTER (rated.years >= 2 AND rated.started_in IS NOT NULL)::INTEGER AS started,
  count(*) FILTER (rated.either_side)::INTEGER AS either_side
FROM eligible
LEFT JOIN rated USING (manager_id);
