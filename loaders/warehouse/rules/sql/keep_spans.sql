-- grain       one row a unit's id or name
-- inputs      canonical.departments
-- parameters  none
-- units       unit: as plain_key writes it; opened, closed: the first years in which it is not looked for, either way
CREATE OR REPLACE TEMP TABLE lasting AS
SELECT plain_key("key") AS unit, max(year(opened)) AS opened, min(year(closed)) - 1 AS closed
FROM (
  SELECT department_id AS "key", opened, closed FROM canonical.departments
  UNION ALL
  SELECT name, opened, closed FROM canonical.departments
)
GROUP BY plain_key("key");
