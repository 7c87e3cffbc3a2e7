-- grain       one row a mapping, a raw file that it reads, and a rule by which rows of it are left out
-- inputs      audit.row_use, audit.resources
-- parameters  none
-- units       rows
SELECT uses.mapping, resources.file, uses.rule, uses.row_count::INTEGER AS "rows"
FROM audit.row_use AS uses
JOIN audit.resources AS resources USING (resource)
WHERE NOT uses.used AND uses.row_count > 0
ORDER BY uses.mapping, resources.file, uses.rule;
