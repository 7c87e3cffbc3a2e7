-- grain       one row a rule between tables that was looked at
-- inputs      audit.table_rules
-- parameters  none
-- units       broken, allowed: rows
SELECT rule, table_name AS "table", severity, broken::INTEGER AS broken, allowed::INTEGER AS allowed
FROM audit.table_rules
ORDER BY table_name, rule;
