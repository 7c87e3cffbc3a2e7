-- grain       one row a manager's stay in a department
-- inputs      hr_postings
-- parameters  none
-- units       none
SELECT
  "社員・番号" AS manager_id,
  "所属・部門コード" AS department_id,
  "所属・発令日" AS valid_from,
  "所属・終了日" AS valid_to
FROM hr_postings
ORDER BY manager_id, valid_from
