-- grain       one row a person whose key is another's once written plainly
-- inputs      canonical.managers
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row"
FROM canonical.managers
QUALIFY count(DISTINCT manager_id) OVER (PARTITION BY plain_text(manager_id)) > 1
