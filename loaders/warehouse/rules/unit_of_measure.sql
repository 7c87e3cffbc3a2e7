-- grain       one row a year in which a measure's median is beyond a factor of twenty from the year's before
-- inputs      canonical.department_measures, canonical.department_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH medians AS (
  SELECT measure, fiscal_year, median(abs(value)) AS middle
  FROM canonical.department_measures
  WHERE value <> 0
  GROUP BY measure, fiscal_year
  HAVING count(*) >= 3
),
beside AS (
  SELECT measure, fiscal_year, middle, lag(middle) OVER (PARTITION BY measure ORDER BY fiscal_year) AS before
  FROM medians
)
SELECT min(years._row) AS "row"
FROM beside
JOIN canonical.department_years AS years USING (fiscal_year)
WHERE beside.middle NOT BETWEEN beside.before / 20 AND 20 * beside.before
GROUP BY beside.measure, beside.fiscal_year
