-- grain       one row
-- inputs      canonical.session_ratings, canonical.attendance
-- parameters  none
-- units       ratings, attended: count
SELECT
  (SELECT count(*) FROM canonical.session_ratings)::INTEGER AS ratings,
  (SELECT count(*) FROM canonical.attendance)::INTEGER AS attended;
