-- grain       one row a unit and year of more managers than people
-- inputs      canonical.department_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row" FROM canonical.department_years WHERE managers > headcount
