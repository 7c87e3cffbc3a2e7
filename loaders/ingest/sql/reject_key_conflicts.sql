-- grain       one row a record whose key stands elsewhere with other values
-- inputs      staged records
-- parameters  $resource, $file, $key
-- units       none
INSERT INTO audit.rejections
SELECT $resource, $file, _row, $key, 'the same key stands in an earlier row with other values'
FROM (SELECT _row, row_number() OVER (PARTITION BY {{key}} ORDER BY _row) AS occurrence FROM {{staged}})
WHERE occurrence > 1;
