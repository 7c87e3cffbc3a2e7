-- grain       one row
-- inputs      staged records, audit.rejections
-- parameters  $resource
-- units       rows
SELECT
  (SELECT count(*) FROM {{staged}})::INTEGER AS accepted,
  (SELECT count(DISTINCT row_number) FROM audit.rejections WHERE resource = $resource)::INTEGER AS rejected;
