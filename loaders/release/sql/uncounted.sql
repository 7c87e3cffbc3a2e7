-- grain       one row a mapping and a raw file of which it can't be told what became of its rows
-- inputs      audit.row_use, audit.resources
-- parameters  none
-- units       none
SELECT DISTINCT uses.mapping, resources.file
FROM audit.row_use AS uses
JOIN audit.resources AS resources USING (resource)
WHERE uses.used IS NULL
ORDER BY uses.mapping, resources.file;
