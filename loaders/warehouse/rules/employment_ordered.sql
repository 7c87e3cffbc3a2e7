-- grain       one row a person who leaves before being hired
-- inputs      canonical.managers
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row" FROM canonical.managers WHERE "left" < hired
