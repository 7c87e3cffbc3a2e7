-- grain       one row a raw file
-- inputs      none
-- parameters  $resource, $file, $bytes, $encoding, $read, $accepted, $rejected, $deduplicated, $extra
-- units       rows; bytes
INSERT INTO audit.resources
VALUES (
  $resource, $file, $bytes, $read, $accepted, $rejected, $deduplicated,
  string_split(nullif($extra, ''), chr(10)), nullif($encoding, '')
);
