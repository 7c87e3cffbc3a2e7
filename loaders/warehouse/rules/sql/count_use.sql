-- grain       one row a rule that leaves rows of a raw file out, by its place; -1: used, -2: in no row and by no rule
-- inputs      a staged resource, and the canonical table that the study's mapping makes of it
-- parameters  none: the parts are filled in from the mapping
-- units       rows
WITH marked AS (
  SELECT
    CASE
      WHEN EXISTS (SELECT 1 FROM {{table}} AS made WHERE {{matched}}) THEN -1
      {{left_out}}
      ELSE -2
    END AS place
  FROM {{staged}} AS raw
)
SELECT place::INTEGER AS place, count(*)::INTEGER AS "rows"
FROM marked
GROUP BY place
ORDER BY place;
