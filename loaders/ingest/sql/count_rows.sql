-- grain       one row
-- inputs      the file's records as text, those staged, audit.rejections
-- parameters  $resource
-- units       rows
SELECT
  (SELECT count(*) FROM {{raw}})::INTEGER AS "read",
  (SELECT count(*) FROM {{staged}})::INTEGER AS accepted,
  (SELECT count(DISTINCT row_number) FROM audit.rejections WHERE resource = $resource)::INTEGER AS rejected;
