-- grain       one row a pupil with a result
-- inputs      pupils
-- parameters  none
-- units       score: points of a hundred, as in data/star/sql/department_years.sql
WITH results AS (
  UNPIVOT (SELECT pupil, class_type, reading, maths FROM staged.pupils)
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
  pupils."class" AS "class",
  pupils.school::VARCHAR AS school,
  scored.score,
  (pupils.class_type = 'small')::INTEGER AS small,
  (pupils.class_type = 'regular with aide')::INTEGER AS aide
FROM scored
JOIN staged.pupils AS pupils USING (pupil)
ORDER BY pupil;
