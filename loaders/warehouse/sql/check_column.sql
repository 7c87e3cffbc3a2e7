-- grain       one row a value that breaks the contract
-- inputs      a canonical table
-- parameters  none: the parts are filled in from the contract
-- units       _row is the record's number in its file, or in its mapping's result
SELECT _row::INTEGER AS "row"
FROM {{table}}
WHERE {{broken}}
ORDER BY _row
LIMIT 10000;
