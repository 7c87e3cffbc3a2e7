-- grain       one row a fiscal year of sessions and mindset of their modules
-- inputs      mart.module_ratings, canonical.session_ratings, canonical.sessions, canonical.modules
-- parameters  $favourable: share of the scale's range from which a rating counts as favourable
-- units       favourable: share, 0 to 1; ratings: count; raters: distinct managers
WITH raters AS (
  SELECT
    fiscal_year(sessions.held_on)::INTEGER AS fiscal_year,
    modules.mindset,
    count(DISTINCT ratings.manager_id)::INTEGER AS raters
  FROM canonical.session_ratings AS ratings
  JOIN canonical.sessions AS sessions USING (session_id)
  JOIN canonical.modules AS modules USING (module_id)
  GROUP BY fiscal_year(sessions.held_on), modules.mindset
)
SELECT
  fiscal_year,
  mindset,
  sum(ratings)::INTEGER AS ratings,
  any_value(raters.raters) AS raters,
  coalesce(sum(ratings) FILTER (rating >= minimum + $favourable::DOUBLE * (maximum - minimum)), 0) / sum(ratings) AS favourable
FROM mart.module_ratings
JOIN raters USING (fiscal_year, mindset)
GROUP BY fiscal_year, mindset
ORDER BY fiscal_year, mindset;
