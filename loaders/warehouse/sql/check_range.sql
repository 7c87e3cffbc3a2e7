-- grain       one row a value outside the range that the row's scale or item declares
-- inputs      two canonical tables, the second with minimum and maximum
-- parameters  none: the parts are filled in from the contract
-- units       _row is the record's number in its file, or in its mapping's result
SELECT child._row::INTEGER AS "row"
FROM {{table}} AS child
JOIN {{parent}} AS parent ON parent.{{key}} = child.{{reference}}
WHERE child.{{column}} NOT BETWEEN parent.minimum AND parent.maximum
ORDER BY child._row
LIMIT 10000;
