-- grain       one row a raw file
-- inputs      audit.resources
-- parameters  none
-- units       rows
SELECT
  resource,
  file,
  rows_read::INTEGER AS "read",
  accepted::INTEGER AS accepted,
  rejected::INTEGER AS rejected,
  deduplicated::INTEGER AS deduplicated,
  extra_columns
FROM audit.resources
ORDER BY file;
