-- grain       one row a unit and year of a headcount or revenue with a digit fewer, or more, than the years beside it
-- inputs      canonical.department_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result; beside: the years before and after, or the
--             two nearest of the first and last year, which must be within a factor of 1.5 of each other
WITH amounts AS (
  SELECT _row, department_id, fiscal_year, 'headcount' AS measure, headcount::DOUBLE AS amount
  FROM canonical.department_years
  UNION ALL
  SELECT _row, department_id, fiscal_year, 'revenue', revenue::DOUBLE
  FROM canonical.department_years
),
placed AS (
  SELECT
    _row,
    amount,
    lag(amount) OVER years AS earlier,
    lead(amount) OVER years AS later,
    coalesce(lag(amount) OVER years, lead(amount, 2) OVER years) AS one,
    coalesce(lead(amount) OVER years, lag(amount, 2) OVER years) AS other
  FROM amounts
  WHERE amount > 0
  WINDOW years AS (PARTITION BY department_id, measure ORDER BY fiscal_year)
),
counted AS (
  SELECT
    _row,
    amount,
    earlier IS NULL OR later IS NULL AS ends,
    least(one, other) AS low,
    greatest(one, other) AS high,
    length(floor(amount)::HUGEINT::VARCHAR) AS digits,
    length(floor(one)::HUGEINT::VARCHAR) AS one_digits,
    length(floor(other)::HUGEINT::VARCHAR) AS other_digits
  FROM placed
  WHERE one IS NOT NULL AND other IS NOT NULL
)
SELECT _row AS "row"
FROM counted
WHERE high <= 1.5 * low
  AND one_digits = other_digits
  AND (
    (digits = one_digits - 1 AND amount < CASE WHEN ends THEN 0.15 ELSE 0.6 END * low)
    OR (digits = one_digits + 1 AND amount > high / CASE WHEN ends THEN 0.15 ELSE 0.6 END)
  )
