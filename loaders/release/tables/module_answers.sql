-- grain       one row a module and rating
-- inputs      mart.module_ratings, canonical.session_ratings, canonical.sessions
-- parameters  none
-- units       ratings: count; raters: distinct managers, of the module; rating, minimum, maximum: points of the scale
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
  rating::DOUBLE AS rating,
  sum(ratings)::INTEGER AS ratings,
  any_value(raters.raters) AS raters,
  min(minimum)::DOUBLE AS minimum,
  max(maximum)::DOUBLE AS maximum
FROM mart.module_ratings
JOIN raters USING (module_id)
GROUP BY module_id, rating
ORDER BY mindset, module_id, rating;
