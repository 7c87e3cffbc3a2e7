-- grain       one row a class, in the school year that began in 1985; a group of under four pupils is no whole class
-- inputs      pupils
-- parameters  none
-- units       headcount: pupils of the class, tested or not; score: percentile points. A test's score is the place of the pupil's result among those of pupils in regular
--             classes, with or without an aide, ties halved; a pupil's is the mean of the tests that he or she sat. small, aide:
--             1 where the class is one; school: its number
WITH results AS (
  UNPIVOT (SELECT pupil, class_type, reading, maths FROM pupils)
  ON reading, maths INTO NAME test VALUE result
),
counted AS (
  SELECT test, result, count(*) FILTER (class_type != 'small') AS regular
  FROM results
  GROUP BY test, result
),
places AS (
  SELECT
    test,
    result,
    100.0 * (sum(regular) OVER below - regular / 2.0) / sum(regular) OVER (PARTITION BY test) AS place
  FROM counted
  WINDOW below AS (PARTITION BY test ORDER BY result)
),
scored AS (
  SELECT results.pupil, avg(places.place) AS score
  FROM results
  JOIN places USING (test, result)
  GROUP BY results.pupil
)
SELECT
  pupils."class" AS department_id,
  1985 AS fiscal_year,
  count(*) AS headcount,
  avg(scored.score) AS score,
  (any_value(pupils.class_type) = 'small')::INTEGER AS small,
  (any_value(pupils.class_type) = 'regular with aide')::INTEGER AS aide,
  any_value(pupils.school)::INTEGER AS school
FROM pupils
LEFT JOIN scored USING (pupil)
GROUP BY pupils."class"
HAVING count(*) >= 4
ORDER BY department_id
