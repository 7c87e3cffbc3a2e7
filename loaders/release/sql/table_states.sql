-- grain       one row a table that answers which are kept are made of
-- inputs      canonical.attendance, canonical.departments, canonical.managers, canonical.modules,
--             canonical.performance_ratings, canonical.rating_scales, canonical.session_ratings, canonical.sessions,
--             canonical.survey_items, canonical.survey_responses, mart.attended_years, mart.completions,
--             mart.eligible_managers, mart.manager_ratings, mart.participation, mart.settings, mart.survey_measures,
--             mart.survey_scores
-- parameters  none
-- units       count: rows; hashes: sum and exclusive or of the rows' hashes of 64 bits, whatever their order
WITH hashed AS (
  SELECT 'canonical.attendance' AS name, hash(one) AS hashed FROM canonical.attendance AS one
  UNION ALL SELECT 'canonical.departments', hash(one) FROM canonical.departments AS one
  UNION ALL SELECT 'canonical.managers', hash(one) FROM canonical.managers AS one
  UNION ALL SELECT 'canonical.modules', hash(one) FROM canonical.modules AS one
  UNION ALL SELECT 'canonical.performance_ratings', hash(one) FROM canonical.performance_ratings AS one
  UNION ALL SELECT 'canonical.rating_scales', hash(one) FROM canonical.rating_scales AS one
  UNION ALL SELECT 'canonical.session_ratings', hash(one) FROM canonical.session_ratings AS one
  UNION ALL SELECT 'canonical.sessions', hash(one) FROM canonical.sessions AS one
  UNION ALL SELECT 'canonical.survey_items', hash(one) FROM canonical.survey_items AS one
  UNION ALL SELECT 'canonical.survey_responses', hash(one) FROM canonical.survey_responses AS one
  UNION ALL SELECT 'mart.attended_years', hash(one) FROM mart.attended_years AS one
  UNION ALL SELECT 'mart.completions', hash(one) FROM mart.completions AS one
  UNION ALL SELECT 'mart.eligible_managers', hash(one) FROM mart.eligible_managers AS one
  UNION ALL SELECT 'mart.manager_ratings', hash(one) FROM mart.manager_ratings AS one
  UNION ALL SELECT 'mart.participation', hash(one) FROM mart.participation AS one
  UNION ALL SELECT 'mart.settings', hash(one) FROM mart.settings AS one
  UNION ALL SELECT 'mart.survey_measures', hash(one) FROM mart.survey_measures AS one
  UNION ALL SELECT 'mart.survey_scores', hash(one) FROM mart.survey_scores AS one
)
SELECT
  name,
  count(*)::INTEGER AS "rows",
  concat_ws(' ', sum(hashed), bit_xor(hashed)) AS hashes
FROM hashed
GROUP BY name
ORDER BY name;
