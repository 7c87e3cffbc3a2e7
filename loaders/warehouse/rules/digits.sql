-- grain       one row a unit and year of a headcount or revenue beyond a factor of five from the unit's own median
-- inputs      canonical.department_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH beside AS (
  SELECT
    _row,
    headcount,
    revenue,
    median(headcount) OVER (PARTITION BY department_id) AS usual_headcount,
    median(revenue) OVER (PARTITION BY department_id) AS usual_revenue
  FROM canonical.department_years
)
SELECT _row AS "row"
FROM beside
WHERE headcount NOT BETWEEN usual_headcount / 5 AND 5 * usual_headcount
  OR revenue NOT BETWEEN usual_revenue / 5 AND 5 * usual_revenue
