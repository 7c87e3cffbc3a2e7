-- grain       one row, or none where the resource is a table by now
-- inputs      DuckDB's catalogue
-- parameters  $name
-- units       none
SELECT view_name FROM duckdb_views() WHERE schema_name = 'staged' AND view_name = $name;
