-- grain       one row a fiscal year of sessions and mindset of their modules
-- inputs      mart.module_ratings
-- parameters  $favourable: share of the scale's range from which a rating counts as favourable
-- units       favourable: share, 0 to 1; ratings: count
SELECT
  fiscal_year,
  mindset,
  sum(ratings)::INTEGER AS ratings,
  coalesce(sum(ratings) FILTER (rating >= minimum + $favourable::DOUBLE * (maximum - minimum)), 0) / sum(ratings) AS favourable
FROM mart.module_ratings
GROUP BY fiscal_year, mindset
ORDER BY fiscal_year, mindset;
