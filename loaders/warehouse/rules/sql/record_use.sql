-- grain       none
-- inputs      none
-- parameters  $mapping, $resource, $rule, $used, $rows, $message
-- units       rows
INSERT INTO audit.row_use VALUES ($mapping, $resource, $rule, $used, $rows, $message);
