-- grain       one row a record that refers to a record which is not there
-- inputs      staged records, the records referred to
-- parameters  $resource, $file, $columns, $rule
-- units       none
INSERT INTO audit.rejections
SELECT $resource, $file, child._row, $columns, $rule, 'Add it there, or remove the row'
FROM {{child}} AS child
WHERE {{present}} AND NOT EXISTS (SELECT 1 FROM {{parent}} AS parent WHERE {{matched}});
