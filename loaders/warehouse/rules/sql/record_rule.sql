-- grain       none
-- inputs      none
-- parameters  $rule, $table, $file, $severity, $broken, $rows, $allowed, $message
-- units       rows
INSERT INTO audit.table_rules VALUES ($rule, $table, $file, $severity, $broken, $rows, $allowed, $message);
