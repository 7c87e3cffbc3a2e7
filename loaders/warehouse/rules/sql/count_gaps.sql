-- grain       one row: how many values a part of a key has, and how many combinations of the other parts have fewer rows
-- inputs      a staged resource
-- parameters  none: the parts are filled in from the study
-- units       parts: values; combinations, short: combinations of the other parts; first_row: of the first that is short
WITH counted AS (
  SELECT count(*) AS "rows", min(_row) AS first_row
  FROM staged.{{resource}}
  GROUP BY {{others}}
),
whole AS (
  SELECT count(DISTINCT {{part}}) AS parts FROM staged.{{resource}}
)
SELECT
  any_value(whole.parts)::INTEGER AS parts,
  count(*)::INTEGER AS combinations,
  (count(*) FILTER (counted."rows" < whole.parts))::INTEGER AS short,
  (min(counted.first_row) FILTER (counted."rows" < whole.parts))::INTEGER AS first_row
FROM counted
CROSS JOIN whole;
