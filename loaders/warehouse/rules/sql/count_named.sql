-- grain       one row a raw column with values: how many persons it names, how many other keys of the study, and how many values
--             it has
-- inputs      the columns of a staged resource, each by its place; the keys that keep_keys.sql has kept
-- parameters  none: the parts are filled in from the study
-- units       persons, keys, values; rows: those with a value; number: whether every value is written in digits alone; digits: of the shortest key
WITH written AS (
{{written}}
),
given AS (
  SELECT place, plain_key(written) AS "value", sum("rows") AS "rows" FROM written GROUP BY place, plain_key(written)
),
apart AS (
  SELECT place, max(found) AS found
  FROM (
    SELECT given.place, count(*) AS found
    FROM given
    JOIN other_keys ON other_keys."key" = given."value"
    GROUP BY given.place, other_keys.kind
  )
  GROUP BY place
)
SELECT
  given.place,
  count(known_persons.person)::INTEGER AS named,
  coalesce(any_value(apart.found), 0)::INTEGER AS others,
  count(*)::INTEGER AS "distinct",
  sum(given."rows")::INTEGER AS "rows",
  (SELECT count(DISTINCT manager_id)::INTEGER FROM canonical.managers) AS managers,
  bool_and(regexp_full_match(given."value", '[0-9]+')) AS "number",
  bool_and(regexp_full_match(given."value", '(19|20)[0-9]{2}')) AS years,
  coalesce(min(length(known_persons.person)), 0)::INTEGER AS digits
FROM given
LEFT JOIN apart ON apart.place = given.place
LEFT JOIN known_persons ON known_persons.person = given."value"
GROUP BY given.place;
