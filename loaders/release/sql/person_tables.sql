-- grain       one row a table that statistics of persons are made of
-- inputs      mart.eligible_managers, mart.attended_years, canonical.session_ratings, canonical.sessions,
--             canonical.performance_ratings, canonical.survey_responses, canonical.survey_items,
--             canonical.rating_scales
-- parameters  none
-- units       count: rows; hashes: sum and exclusive or of the rows' hashes of 64 bits, whatever their order
WITH hashed AS (
  SELECT 'eligible_managers' AS name, hash(one) AS hashed FROM mart.eligible_managers AS one
  UNION ALL SELECT 'attended_years', hash(one) FROM mart.attended_years AS one
  UNION ALL SELECT 'session_ratings', hash(one) FROM canonical.session_ratings AS one
  UNION ALL SELECT 'sessions', hash(one) FROM canonical.sessions AS one
  UNION ALL SELECT 'performance_ratings', hash(one) FROM canonical.performance_ratings AS one
  UNION ALL SELECT 'survey_responses', hash(one) FROM canonical.survey_responses AS one
  UNION ALL SELECT 'survey_items', hash(one) FROM canonical.survey_items AS one
  UNION ALL SELECT 'rating_scales', hash(one) FROM canonical.rating_scales AS one
)
SELECT
  name,
  count(*)::INTEGER AS "rows",
  concat_ws(' ', sum(hashed), bit_xor(hashed)) AS hashes
FROM hashed
GROUP BY name
ORDER BY name;
