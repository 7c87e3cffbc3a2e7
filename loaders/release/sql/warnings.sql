-- grain       one row a rule between tables that more rows break than are allowed, and that lets a release pass
-- inputs      audit.table_rules
-- parameters  none
-- units       none
SELECT message FROM audit.table_rules WHERE message <> '' ORDER BY table_name, rule;
