-- grain       one row a stay that ends before it begins; one that ends the day before has no day, and does no harm
-- inputs      canonical.assignments
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row" FROM canonical.assignments WHERE valid_to < valid_from - 1
