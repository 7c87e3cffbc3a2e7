-- grain       one row a unit whose key or name is another's once written plainly
-- inputs      canonical.departments
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row"
FROM canonical.departments
QUALIFY count(DISTINCT department_id) OVER (PARTITION BY plain_text(department_id)) > 1
  OR count(DISTINCT name) OVER (PARTITION BY plain_text(name)) > 1
