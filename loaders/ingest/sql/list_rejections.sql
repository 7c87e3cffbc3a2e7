-- grain       one row a broken rule
-- inputs      audit.rejections
-- parameters  $resource
-- units       none
SELECT file, row_number::INTEGER AS "row", column_name AS "column", rule, remedy
FROM audit.rejections
WHERE resource = $resource
ORDER BY "row", "column", rule
LIMIT 1000;
