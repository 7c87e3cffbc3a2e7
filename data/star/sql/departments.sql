-- grain       one row a class; a group of under four pupils is no whole class
-- inputs      pupils
-- parameters  none
-- units       none
-- leaves out  pupils: (SELECT count(*) FROM staged.pupils AS other WHERE other."class" = raw."class") < 4
SELECT
  "class" AS department_id,
  'School ' || any_value(school) || ', class ' || "class" AS name,
  'School ' || any_value(school) AS division
FROM pupils
GROUP BY "class"
HAVING count(*) >= 4
ORDER BY department_id
