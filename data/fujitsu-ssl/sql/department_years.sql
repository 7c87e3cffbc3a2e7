-- grain       one row a department and fiscal year, restated where the accounts were
-- inputs      segment_accounts, hr_postings
-- parameters  none
-- units       revenue, profit: yen; managers: those in post on 1 April; 2018年3月期 is fiscal 2017
-- rows        segment_accounts: department_id = raw."部門コード", fiscal_year = left(raw."決算期", 4)::INTEGER - 1
WITH accounts AS (
  SELECT
    left("決算期", 4)::INTEGER - 1 AS fiscal_year,
    "部門コード" AS department_id,
    arg_max("人員", "区分" = '修正再表示') AS headcount,
    arg_max("売上高", "区分" = '修正再表示') AS revenue,
    arg_max("営業利益", "区分" = '修正再表示') AS profit
  FROM segment_accounts
  GROUP BY fiscal_year, department_id
),
in_post AS (
  SELECT accounts.fiscal_year, accounts.department_id, count(*) AS managers
  FROM accounts
  JOIN hr_postings AS postings
    ON postings."所属・部門コード" = accounts.department_id
    AND postings."所属・発令日" <= make_date(accounts.fiscal_year, 4, 1)
    AND coalesce(postings."所属・終了日", DATE '9999-12-31') >= make_date(accounts.fiscal_year, 4, 1)
  GROUP BY accounts.fiscal_year, accounts.department_id
)
SELECT
  accounts.department_id,
  accounts.fiscal_year,
  accounts.headcount,
  coalesce(in_post.managers, 0) AS managers,
  accounts.revenue,
  accounts.profit
FROM accounts
LEFT JOIN in_post USING (fiscal_year, department_id)
ORDER BY department_id, fiscal_year
