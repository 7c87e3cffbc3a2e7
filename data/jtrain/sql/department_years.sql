-- grain       one row a firm and year
-- inputs      jtrain
-- parameters  none
-- units       revenue, sales_per_head, average_salary: dollars; scrap: items per hundred; hours_per_employee: hours
SELECT
  fcode::VARCHAR AS department_id,
  "year" AS fiscal_year,
  employ AS headcount,
  sales AS revenue,
  scrap,
  sales / nullif(employ, 0) AS sales_per_head,
  avgsal AS average_salary,
  "grant"::INTEGER AS "grant",
  grant_1::INTEGER AS grant_1,
  hrsemp AS hours_per_employee,
  totrain AS trained
FROM jtrain
ORDER BY department_id, fiscal_year
