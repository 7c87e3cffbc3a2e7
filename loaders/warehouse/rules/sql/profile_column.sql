-- grain       one row
-- inputs      a canonical table
-- parameters  $table, $column
-- units       median: the column's; missing: share of rows
INSERT INTO audit.profile
SELECT $table, 'missing ' || $column, 1 - count({{column}}) / nullif(count(*), 0) FROM {{table}}
UNION ALL
SELECT $table, 'median ' || $column, median({{column}})::DOUBLE FROM {{table}};
