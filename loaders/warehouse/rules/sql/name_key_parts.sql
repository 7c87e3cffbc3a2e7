-- grain       one row a part of a raw file's key
-- inputs      the parts' columns, each by its place; the units that keep_spans.sql has kept
-- parameters  none: the parts are filled in from the study
-- units       units: whether most values of a part of the key are departments, by id or name; years: whether all are years
WITH written AS (
{{written}}
)
SELECT
  written.place,
  avg((lasting.unit IS NOT NULL)::INTEGER) >= 0.9 AS units,
  bool_and(regexp_full_match(written.written, '(19|20)[0-9]{2}')) AS years
FROM written
LEFT JOIN lasting ON lasting.unit = plain_key(written.written)
GROUP BY written.place;
