-- grain       one row a function that makes one value of many rows
-- inputs      the database's own functions
-- parameters  none
-- units       none
SELECT DISTINCT function_name AS aggregate
FROM duckdb_functions()
WHERE function_type = 'aggregate'
ORDER BY aggregate;
