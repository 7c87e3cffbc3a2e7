-- grain       one row a rule of a column that some row broke
-- inputs      audit.rejections
-- parameters  none
-- units       rows
SELECT file, column_name AS "column", rule, count(*)::INTEGER AS "rows"
FROM audit.rejections
GROUP BY file, column_name, rule
ORDER BY file, "column", rule;
