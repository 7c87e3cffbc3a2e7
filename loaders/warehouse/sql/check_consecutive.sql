-- grain       one row a record whose series has an earlier year, and not the one before
-- inputs      a canonical table by fiscal year
-- parameters  none: the parts are filled in from the contract
-- units       _row is the record's number in its file, or in its mapping's result
SELECT _row::INTEGER AS "row"
FROM (SELECT _row, fiscal_year - lag(fiscal_year) OVER ({{series}} ORDER BY fiscal_year) AS step FROM {{table}})
WHERE step > 1
ORDER BY _row
LIMIT 10000;
