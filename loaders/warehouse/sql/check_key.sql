-- grain       one row a record whose key stands in an earlier one
-- inputs      a canonical table
-- parameters  none: the parts are filled in from the contract
-- units       _row is the record's number in its file, or in its mapping's result
SELECT _row::INTEGER AS "row"
FROM (SELECT _row, row_number() OVER (PARTITION BY {{key}} ORDER BY _row) AS occurrence FROM {{table}})
WHERE occurrence > 1
ORDER BY _row
LIMIT 10000;
