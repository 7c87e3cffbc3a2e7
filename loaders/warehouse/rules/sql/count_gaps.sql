-- grain       one row: how many values a part of a key has, and how many combinations of the other parts have fewer rows
-- inputs      a staged resource; the units that keep_spans.sql has kept; study_span
-- parameters  none: the parts are filled in from the study
-- units       parts: values; combinations, short: combinations of the other parts; first_row: of the first that is short.
--             A unit's years up to the one in which it opened, and from the one before it closed, are left out; where the other
--             parts name no year, a unit that opened or closed in the study's years is
WITH kept AS (
  SELECT raw.*
  FROM staged.{{resource}} AS raw
  LEFT JOIN lasting ON lasting.unit = plain_key({{unit}}::VARCHAR)
  CROSS JOIN study_span
  WHERE coalesce(coalesce({{year}}, first_year) > opened, true)
    AND coalesce(coalesce({{year}}, last_year) < closed, true)
),
counted AS (
  SELECT count(*) AS "rows", min(_row) AS first_row
  FROM kept
  GROUP BY {{others}}
),
whole AS (
  SELECT count(DISTINCT {{part}}) AS parts FROM kept
)
SELECT
  any_value(whole.parts)::INTEGER AS parts,
  count(*)::INTEGER AS combinations,
  (count(*) FILTER (counted."rows" < whole.parts))::INTEGER AS short,
  (min(counted.first_row) FILTER (counted."rows" < whole.parts))::INTEGER AS first_row
FROM counted
CROSS JOIN whole;
