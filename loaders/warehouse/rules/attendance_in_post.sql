-- grain       one row an attendance before its person was hired or after leaving
-- inputs      canonical.attendance, canonical.sessions, canonical.managers
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT attendance._row AS "row"
FROM canonical.attendance AS attendance
JOIN canonical.sessions AS sessions USING (session_id)
JOIN canonical.managers AS managers USING (manager_id)
WHERE sessions.held_on < managers.hired OR sessions.held_on > managers."left"
