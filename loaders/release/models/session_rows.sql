-- grain       one row a manager's rating of a session
-- inputs      canonical.session_ratings, canonical.sessions, canonical.modules, canonical.rating_scales
-- parameters  none
-- units       rating: points of its scale, turned so that more is better; position: place in the group's year
SELECT
  CASE WHEN scales.higher_is_better THEN ratings.rating ELSE scales.minimum + scales.maximum - ratings.rating END::DOUBLE
    AS rating,
  (modules.mindset = 'reflective')::INTEGER AS reflective,
  sessions.position::INTEGER AS position,
  sessions.module_id,
  sessions.group_id,
  ratings.manager_id
FROM canonical.session_ratings AS ratings
JOIN canonical.sessions AS sessions USING (session_id)
JOIN canonical.modules AS modules USING (module_id)
JOIN canonical.rating_scales AS scales ON scales.scale_id = ratings.scale_id
ORDER BY ratings.session_id, ratings.manager_id;
