-- grain       one row a manager
-- inputs      hr_postings
-- parameters  none
-- units       none
SELECT
  "社員・番号" AS manager_id,
  min("社員・登用日") AS hired,
  max("社員・退職日") AS "left",
  any_value("社員・等級") AS grade
FROM hr_postings
GROUP BY manager_id
ORDER BY manager_id
