-- grain       one row a unit whose key or name is not written plainly
-- inputs      canonical.departments
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row"
FROM canonical.departments
WHERE department_id <> plain_text(department_id) OR name <> plain_text(name) OR division <> plain_text(division)
