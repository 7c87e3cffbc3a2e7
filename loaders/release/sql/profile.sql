-- grain       one row a canonical table and what was counted of it
-- inputs      audit.profile
-- parameters  none
-- units       rows, years, units; medians as the column; missing: share of rows
SELECT table_name AS "table", counted, amount
FROM audit.profile
WHERE amount IS NOT NULL
ORDER BY table_name, counted;
