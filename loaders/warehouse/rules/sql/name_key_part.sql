-- grain       one row
-- inputs      a staged resource; canonical.departments
-- parameters  none: the parts are filled in from the study
-- units       units: whether most values of a part of the key are departments, by id or name; years: whether all are years
WITH given AS (
  SELECT DISTINCT {{part}}::VARCHAR AS "value" FROM staged.{{resource}}
),
units AS (
  SELECT plain_key(department_id) AS unit FROM canonical.departments
  UNION
  SELECT plain_key(name) FROM canonical.departments
)
SELECT
  coalesce(avg((units.unit IS NOT NULL)::INTEGER) >= 0.9, false) AS units,
  coalesce(bool_and(regexp_full_match(given."value", '(19|20)[0-9]{2}')), false) AS years
FROM given
LEFT JOIN units ON units.unit = plain_key(given."value");
