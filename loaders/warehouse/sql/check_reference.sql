-- grain       one row a record that refers to a record which is not there
-- inputs      two canonical tables
-- parameters  none: the parts are filled in from the contract
-- units       _row is the record's number in its file, or in its mapping's result
SELECT child._row::INTEGER AS "row"
FROM {{table}} AS child
WHERE child.{{column}} IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM {{parent}} AS parent WHERE parent.{{key}} = child.{{column}})
ORDER BY child._row
LIMIT 10000;
