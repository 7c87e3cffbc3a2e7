-- grain       none
-- inputs      none
-- parameters  $mapping, $resource, $rule, $used, $rows
-- units       rows
INSERT INTO audit.row_use VALUES ($mapping, $resource, $rule, $used, $rows);
