-- grain       one row a group of pupils that is no whole class
-- inputs      pupils
-- parameters  none
-- units       pupils: in the group
SELECT "class", count(*) AS pupils
FROM staged.pupils
GROUP BY "class"
HAVING count(*) < 4
ORDER BY "class";
