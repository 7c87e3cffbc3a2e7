-- grain       one row a function whose value is not of its arguments alone: by chance, by the clock, or by how it is asked
-- inputs      the database's own functions
-- parameters  none
-- units       none
SELECT DISTINCT function_name AS inconstant
FROM duckdb_functions()
WHERE function_type IN ('scalar', 'macro')
  -- an error ends the query
  AND function_name <> 'error'
  AND (stability <> 'CONSISTENT' OR function_name = 'getvariable' OR regexp_matches(function_name, '^(current_|localtime)'))
ORDER BY inconstant;
