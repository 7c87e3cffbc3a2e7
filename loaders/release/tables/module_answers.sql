-- grain       one row a module and rating
-- inputs      mart.module_ratings
-- parameters  none
-- units       ratings: count; rating, minimum, maximum: points of the scale
SELECT
  module_id,
  any_value(title) AS title,
  any_value(mindset) AS mindset,
  rating::DOUBLE AS rating,
  sum(ratings)::INTEGER AS ratings,
  min(minimum)::DOUBLE AS minimum,
  max(maximum)::DOUBLE AS maximum
FROM mart.module_ratings
GROUP BY module_id, rating
ORDER BY mindset, module_id, rating;
