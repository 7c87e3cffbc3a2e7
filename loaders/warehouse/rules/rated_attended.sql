-- grain       one row a rating by somebody who is not recorded at the session
-- inputs      canonical.session_ratings, canonical.attendance
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT ratings._row AS "row"
FROM canonical.session_ratings AS ratings
ANTI JOIN canonical.attendance AS attendance USING (session_id, manager_id)
WHERE EXISTS (SELECT 1 FROM canonical.attendance)
