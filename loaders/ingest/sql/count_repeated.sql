-- grain       one row
-- inputs      staged records
-- parameters  none: the parts are filled in from the data package
-- units       whether some key stands twice
SELECT count(*) > 0 AS repeated
FROM (SELECT {{key}} FROM {{staged}} WHERE {{present}} GROUP BY ALL HAVING count(*) > 1 LIMIT 1);
