-- grain       one row a session after the programme's last year, for whose people nobody is counted
-- inputs      canonical.sessions, mart.settings
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT sessions._row AS "row", fiscal_year(sessions.held_on) AS "year"
FROM canonical.sessions AS sessions, mart.settings AS settings
WHERE fiscal_year(sessions.held_on) > settings.last_year
