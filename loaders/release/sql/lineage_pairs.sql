-- grain       one row a pair of departments of which one took over people of the other
-- inputs      canonical.department_lineage
-- parameters  none
-- units       none
SELECT DISTINCT from_id, to_id
FROM canonical.department_lineage
ORDER BY from_id, to_id;
