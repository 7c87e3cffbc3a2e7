-- grain       one row a module, fiscal year and rating
-- inputs      canonical.session_ratings, canonical.sessions, canonical.modules, canonical.rating_scales
-- parameters  none
-- units       ratings: count; rating turned so that more is better
CREATE OR REPLACE TABLE mart.module_ratings AS
WITH rated AS (
  SELECT
    modules.module_id,
    modules.title,
    modules.mindset,
    fiscal_year(sessions.held_on)::INTEGER AS fiscal_year,
    scales.minimum,
    scales.maximum,
    CASE WHEN scales.higher_is_better THEN ratings.rating ELSE scales.minimum + scales.maximum - ratings.rating END AS rating
  FROM canonical.session_ratings AS ratings
  JOIN canonical.sessions AS sessions USING (session_id)
  JOIN canonical.modules AS modules USING (module_id)
  JOIN canonical.rating_scales AS scales ON scales.scale_id = ratings.scale_id
)
SELECT
  module_id,
  any_value(title) AS title,
  any_value(mindset) AS mindset,
  fiscal_year,
  rating,
  any_value(minimum) AS minimum,
  any_value(maximum) AS maximum,
  count(*)::INTEGER AS ratings
FROM rated
GROUP BY module_id, fiscal_year, rating
ORDER BY module_id, fiscal_year, rating;
