-- grain       one row a fiscal year
-- inputs      segment_accounts, hr_postings, sector_index
-- parameters  none
-- units       revenue, profit: yen, restated where the accounts were; comparator: the sector's revenue, 2009 = 100
-- rows        segment_accounts: fiscal_year = left(raw."決算期", 4)::INTEGER - 1
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
totals AS (
  SELECT fiscal_year, sum(headcount) AS headcount, sum(revenue) AS revenue, sum(profit) AS profit
  FROM accounts
  GROUP BY fiscal_year
)
SELECT
  totals.fiscal_year,
  totals.headcount,
  (
    SELECT count(*)
    FROM hr_postings AS postings
    WHERE postings."所属・発令日" <= make_date(totals.fiscal_year, 4, 1)
      AND coalesce(postings."所属・終了日", DATE '9999-12-31') >= make_date(totals.fiscal_year, 4, 1)
  ) AS managers,
  totals.revenue,
  totals.profit,
  sector_index."index" AS comparator
FROM totals
LEFT JOIN sector_index ON sector_index."year" = totals.fiscal_year
ORDER BY totals.fiscal_year
