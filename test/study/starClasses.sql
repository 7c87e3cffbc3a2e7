-- grain       one row a class
-- inputs      department_years, pupils
-- parameters  none
-- units       pupils: in the class; tested: those with a result; sd: of pupils' scores is not here
SELECT
  years.department_id AS "class",
  years.headcount AS pupils,
  count(coalesce(pupils.reading, pupils.maths)) AS tested,
  years.score,
  years.small,
  years.aide,
  years.school::VARCHAR AS school
FROM canonical.department_years AS years
JOIN staged.pupils AS pupils ON pupils."class" = years.department_id
GROUP BY ALL
ORDER BY "class";
