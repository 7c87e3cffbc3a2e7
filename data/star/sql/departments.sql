-- grain       one row a class with at least 10 pupils tested
-- inputs      pupils
-- parameters  none
-- units       none
-- leaves out  pupils: (SELECT count(coalesce(other.reading, other.maths)) FROM staged.pupils AS other WHERE other."class" = raw."class") < 10
SELECT
  "class" AS department_id,
  'School ' || any_value(school) || ', class ' || "class" AS name,
  'School ' || any_value(school) AS division
FROM pupils
WHERE reading IS NOT NULL OR maths IS NOT NULL
GROUP BY "class"
HAVING count(*) >= 10
ORDER BY department_id
