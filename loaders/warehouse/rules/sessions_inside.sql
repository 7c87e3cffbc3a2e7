-- grain       one row a record outside the years that the study's units have, or the programme
-- inputs      canonical.sessions, study_span
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row"
FROM canonical.sessions, study_span AS span
WHERE fiscal_year(held_on) NOT BETWEEN span.first_year AND span.last_year
