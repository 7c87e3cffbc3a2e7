-- grain       one row: how many persons a raw column names, how many other keys of the study, and how many values it has
-- inputs      a staged resource; the keys that keep_keys.sql has kept
-- parameters  none: the parts are filled in from the study
-- units       persons, keys, values; rows: those with a value; number: whether every value is written in digits alone; digits: of the shortest key
WITH given AS (
  SELECT DISTINCT plain_key(written) AS "value"
  FROM (SELECT DISTINCT {{column}}::VARCHAR AS written FROM staged.{{resource}} WHERE {{column}} IS NOT NULL)
),
apart AS (
  SELECT coalesce(max(found), 0) AS found
  FROM (SELECT count(*) AS found FROM given JOIN other_keys ON other_keys."key" = given."value" GROUP BY other_keys.kind)
)
SELECT
  count(known_persons.person)::INTEGER AS named,
  any_value(apart.found)::INTEGER AS others,
  count(*)::INTEGER AS "distinct",
  (SELECT count({{column}})::INTEGER FROM staged.{{resource}}) AS "rows",
  (SELECT count(DISTINCT manager_id)::INTEGER FROM canonical.managers) AS managers,
  coalesce(bool_and(regexp_full_match(given."value", '[0-9]+')), false) AS "number",
  coalesce(bool_and(regexp_full_match(given."value", '(19|20)[0-9]{2}')), false) AS years,
  coalesce(min(length(known_persons.person)), 0)::INTEGER AS digits
FROM given
CROSS JOIN apart
LEFT JOIN known_persons ON known_persons.person = given."value"
