-- grain       one row a manager and fiscal year with a performance rating
-- inputs      canonical.performance_ratings, canonical.rating_scales, mart.completions
-- parameters  none
-- units       z: standard deviations among that year's ratings on that scale, turned so that more is better;
--             started_in: first fiscal year with a session, null for never
CREATE OR REPLACE TABLE mart.manager_ratings AS
WITH turned AS (
  SELECT
    ratings.manager_id,
    ratings.fiscal_year,
    ratings.scale_id,
    coalesce(ratings.grade_changed, false) AS grade_changed,
    CASE WHEN scales.higher_is_better THEN ratings.rating ELSE -ratings.rating END AS rating
  FROM canonical.performance_ratings AS ratings
  JOIN canonical.rating_scales AS scales ON scales.scale_id = ratings.scale_id
)
SELECT
  turned.manager_id,
  turned.fiscal_year::INTEGER AS fiscal_year,
  turned.scale_id,
  turned.grade_changed,
  (turned.rating - avg(turned.rating) OVER yearly) / nullif(stddev_samp(turned.rating) OVER yearly, 0) AS z,
  completions.started_in
FROM turned
LEFT JOIN mart.completions AS completions USING (manager_id)
WINDOW yearly AS (PARTITION BY turned.fiscal_year, turned.scale_id)
ORDER BY turned.manager_id, turned.fiscal_year;
