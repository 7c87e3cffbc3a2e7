-- grain       one row a raw row of which one of some rows of a canonical table is made
-- inputs      a staged resource, and the canonical table that the study's mapping makes of it
-- parameters  none: the parts are filled in from the mapping
-- units       row: the record's number in its file
SELECT DISTINCT raw._row::INTEGER AS "row"
FROM {{staged}} AS raw
JOIN {{table}} AS made ON {{matched}}
WHERE made._row IN ({{rows}})
ORDER BY "row";
