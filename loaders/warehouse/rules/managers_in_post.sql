-- grain       one row a unit and year whose managers are more than a fifth, and more than two, from those in post
-- inputs      canonical.department_years, canonical.assignments
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH in_post AS (
  SELECT years._row, count(*) AS managers
  FROM canonical.department_years AS years
  JOIN canonical.assignments AS assignments
    ON assignments.department_id = years.department_id
    AND assignments.valid_from <= fiscal_start(years.fiscal_year)
    AND coalesce(assignments.valid_to, DATE '9999-12-31') >= fiscal_start(years.fiscal_year)
  GROUP BY years._row
)
SELECT years._row AS "row"
FROM canonical.department_years AS years
LEFT JOIN in_post USING (_row)
WHERE EXISTS (SELECT 1 FROM canonical.assignments)
  AND abs(years.managers - coalesce(in_post.managers, 0)) > greatest(2, 0.2 * years.managers)
