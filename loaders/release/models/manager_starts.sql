-- grain       one row a manager and fiscal year of the programme in which he or she had not started before, and was rated
--             in the year before
-- inputs      mart.eligible_managers, mart.manager_ratings, mart.completions, mart.settings, canonical.managers,
--             canonical.departments, canonical.performance_ratings, canonical.rating_scales
-- parameters  none
-- units       started: 1 where the first session lies in the year; z: standard deviations among a year's ratings, in the year
--             before (z_before), on average until then (z_earlier), in the year after (z_after); rating_before, rating_after:
--             points of their scales, turned so that more is better; tenure: years since hired; grade: place among the
--             grades' names; promoted: 1 in the year before; reset: 1 where promoted in that year, the next or the one after;
--             first_line: 1 in the first line of business by name; department_size: managers eligible
WITH turned AS (
  SELECT
    ratings.manager_id,
    ratings.fiscal_year,
    ratings.scale_id,
    scales.kind,
    CASE WHEN scales.higher_is_better THEN ratings.rating ELSE -ratings.rating END AS rating
  FROM canonical.performance_ratings AS ratings
  JOIN canonical.rating_scales AS scales ON scales.scale_id = ratings.scale_id
),
earlier AS (
  SELECT
    manager_id,
    fiscal_year,
    z,
    grade_changed,
    avg(z) OVER (PARTITION BY manager_id ORDER BY fiscal_year ROWS UNBOUNDED PRECEDING) AS z_earlier
  FROM mart.manager_ratings
  WHERE z IS NOT NULL
),
seated AS (
  SELECT
    fiscal_year,
    department_id,
    manager_id,
    count(*) OVER (PARTITION BY fiscal_year, department_id) AS department_size
  FROM mart.eligible_managers
)
SELECT
  seated.manager_id,
  seated.fiscal_year,
  coalesce(completions.started_in = seated.fiscal_year, false)::INTEGER AS started,
  before.z AS z_before,
  before.z_earlier,
  after.z AS z_after,
  rated_before.rating::DOUBLE AS rating_before,
  CASE WHEN rated_after.scale_id = rated_before.scale_id THEN rated_after.rating END::DOUBLE AS rating_after,
  rated_before.kind,
  greatest(0, seated.fiscal_year - fiscal_year(managers.hired))::INTEGER AS tenure,
  CASE WHEN managers.grade IS NOT NULL THEN dense_rank() OVER (ORDER BY managers.grade) END::INTEGER AS grade,
  before.grade_changed::INTEGER AS promoted,
  EXISTS (
    SELECT changed.fiscal_year
    FROM mart.manager_ratings AS changed
    WHERE changed.manager_id = seated.manager_id
      AND changed.grade_changed
      AND changed.fiscal_year BETWEEN seated.fiscal_year - 1 AND seated.fiscal_year + 1
  )::INTEGER AS reset,
  (departments.division = (SELECT min(division) FROM canonical.departments))::INTEGER AS first_line,
  seated.department_size::INTEGER AS department_size
FROM seated
CROSS JOIN mart.settings AS settings
JOIN earlier AS before ON before.manager_id = seated.manager_id AND before.fiscal_year = seated.fiscal_year - 1
JOIN turned AS rated_before
  ON rated_before.manager_id = seated.manager_id AND rated_before.fiscal_year = seated.fiscal_year - 1
JOIN canonical.departments AS departments ON departments.department_id = seated.department_id
LEFT JOIN mart.completions AS completions ON completions.manager_id = seated.manager_id
LEFT JOIN canonical.managers AS managers ON managers.manager_id = seated.manager_id
LEFT JOIN earlier AS after ON after.manager_id = seated.manager_id AND after.fiscal_year = seated.fiscal_year + 1
LEFT JOIN turned AS rated_after
  ON rated_after.manager_id = seated.manager_id AND rated_after.fiscal_year = seated.fiscal_year + 1
WHERE seated.fiscal_year BETWEEN settings.first_year AND settings.last_year
  AND (completions.started_in IS NULL OR completions.started_in >= seated.fiscal_year)
ORDER BY seated.fiscal_year, seated.manager_id;
