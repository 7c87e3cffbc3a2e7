-- grain       one row
-- inputs      a canonical table of persons, the mapping that makes it without the rows of a raw file, and that file, staged
-- parameters  none: the parts are filled in from contract and mapping
-- units       persons: those who lose a row or a value without the file; combinations: different rows of what is taken of it
WITH made AS (
{{source}}
),
same AS (
  SELECT {{columns}} FROM {{table}}
  EXCEPT ALL
  SELECT {{cast}} FROM made
)
SELECT
  (SELECT count(DISTINCT {{person}})::INTEGER FROM same) AS persons,
  (SELECT count(*)::INTEGER FROM (SELECT DISTINCT {{taken}} FROM {{resource}})) AS combinations;
