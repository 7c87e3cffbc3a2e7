-- grain       one row
-- inputs      a canonical table
-- parameters  $table
-- units       rows, different years, different units
INSERT INTO audit.profile
SELECT $table, 'rows', count(*) FROM {{table}}
UNION ALL SELECT $table, 'years', count(DISTINCT {{year}}) FROM {{table}}
UNION ALL SELECT $table, 'units', count(DISTINCT {{unit}}) FROM {{table}};
