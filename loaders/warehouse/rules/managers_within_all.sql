-- grain       one row a year of more managers than people
-- inputs      canonical.organisation_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row" FROM canonical.organisation_years WHERE managers > headcount
