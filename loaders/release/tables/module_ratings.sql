-- grain       one row a module
-- inputs      mart.module_ratings, canonical.session_ratings, canonical.sessions
-- parameters  $favourable: share of the scale's range from which a rating counts as favourable
-- units       favourable: share, 0 to 1; mean, sd: points of the scale; ratings: count; raters: distinct managers
WITH raters AS (
  SELECT sessions.module_id, count(DISTINCT ratings.manager_id)::INTEGER AS raters
  FROM canonical.session_ratings AS ratings
  JOIN canonical.sessions AS sessions USING (session_id)
  GROUP BY sessions.module_id
)
SELECT
  module_id,
  any_value(title) AS title,
  any_value(mindset) AS mindset,
  sum(ratings)::INTEGER AS ratings,
  any_value(raters.raters) AS raters,
  sum(rating * ratings) / sum(ratings) AS mean,
  sqrt(
    (sum(rating * rating * ratings) - sum(rating * ratings) * sum(rating * ratings) / sum(ratings))
    / nullif(sum(ratings) - 1, 0)
  ) AS sd,
  coalesce(sum(ratings) FILTER (rating >= minimum + $favourable::DOUBLE * (maximum - minimum)), 0) / sum(ratings) AS favourable,
  min(minimum) AS minimum,
  max(maximum) AS maximum
FROM mart.module_ratings
JOIN raters USING (module_id)
GROUP BY module_id
ORDER BY mindset, module_id;
