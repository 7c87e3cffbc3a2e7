-- grain       one row a record whose key stands elsewhere with other values
-- inputs      staged records
-- parameters  $resource, $file, $key
-- units       none
INSERT INTO audit.rejections
SELECT
  $resource, $file, _row, $key,
  'the same key stands in an earlier row with other values',
  'Keep one, or correct primaryKey if both are right; the earlier is row ' || first_row
FROM (
  SELECT
    _row,
    min(_row) OVER (PARTITION BY {{key}}) AS first_row
  FROM {{staged}}
  WHERE {{present}}
)
WHERE _row > first_row;
