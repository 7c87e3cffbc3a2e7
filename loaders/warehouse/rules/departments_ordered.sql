-- grain       one row a unit that closes before it opens
-- inputs      canonical.departments
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row" FROM canonical.departments WHERE closed < opened
