-- grain       one row
-- inputs      mart.eligible_managers, mart.manager_ratings, mart.completions, mart.settings
-- parameters  none
-- units       managers: eligible in a year of the programme; of these ever rated; rated in two years or more; rated in the
--             year before and the year after one in which they could start; with a first session; rated before the year
--             of it and after
WITH eligible AS (
  SELECT DISTINCT manager_id
  FROM mart.eligible_managers
  WHERE fiscal_year BETWEEN (SELECT first_year FROM mart.settings) AND (SELECT last_year FROM mart.settings)
),
rated AS (
  SELECT
    manager_id,
    count(*) AS years,
    coalesce(min(fiscal_year) < max(started_in) AND max(fiscal_year) > max(started_in), false) AS either_side
  FROM mart.manager_ratings
  WHERE z IS NOT NULL
  GROUP BY manager_id
),
considered AS (
  SELECT DISTINCT seated.manager_id
  FROM mart.eligible_managers AS seated
  CROSS JOIN mart.settings AS settings
  JOIN mart.manager_ratings AS before
    ON before.manager_id = seated.manager_id AND before.fiscal_year = seated.fiscal_year - 1 AND before.z IS NOT NULL
  JOIN mart.manager_ratings AS after
    ON after.manager_id = seated.manager_id AND after.fiscal_year = seated.fiscal_year + 1 AND after.z IS NOT NULL
  WHERE seated.fiscal_year BETWEEN settings.first_year AND settings.last_year
    AND (before.started_in IS NULL OR before.started_in >= seated.fiscal_year)
)
SELECT
  count(*)::INTEGER AS eligible,
  count(rated.manager_id)::INTEGER AS rated,
  count(*) FILTER (rated.years >= 2)::INTEGER AS compared,
  count(considered.manager_id)::INTEGER AS considered,
  count(completions.started_in)::INTEGER AS started,
  count(*) FILTER (rated.either_side)::INTEGER AS either_side
FROM eligible
LEFT JOIN rated USING (manager_id)
LEFT JOIN considered USING (manager_id)
LEFT JOIN mart.completions AS completions USING (manager_id);
