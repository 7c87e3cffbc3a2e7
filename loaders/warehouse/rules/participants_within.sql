-- grain       one row a unit and year of more participants than eligible people
-- inputs      canonical.participation_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row" FROM canonical.participation_years WHERE participants > eligible
