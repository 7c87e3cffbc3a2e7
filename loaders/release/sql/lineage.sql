-- grain       one row a canonical table and a raw file that it is made from
-- inputs      audit.lineage, audit.resources, audit.persons
-- parameters  none
-- units       persons: whether the file's rows are persons'
SELECT lineage.table_name AS "table", resources.file, persons.resource IS NOT NULL AS persons
FROM audit.lineage AS lineage
JOIN audit.resources AS resources USING (resource)
LEFT JOIN audit.persons AS persons USING (resource)
ORDER BY resources.file, lineage.table_name;
