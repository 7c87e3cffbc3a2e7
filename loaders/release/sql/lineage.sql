-- grain       one row a canonical table and a raw file that it is made from
-- inputs      audit.lineage, audit.resources
-- parameters  none
-- units       none
SELECT lineage.table_name AS "table", resources.file
FROM audit.lineage AS lineage
JOIN audit.resources AS resources USING (resource)
ORDER BY resources.file, lineage.table_name;
