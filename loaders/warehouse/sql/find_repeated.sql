-- grain       one row, or none where no key stands twice
-- inputs      a canonical table
-- parameters  none: the parts are filled in from the contract
-- units       none
SELECT 1 AS repeated
FROM {{table}}
GROUP BY {{key}}
HAVING count(*) > 1
LIMIT 1;
