-- grain       one row a manager and fiscal year with a rating
-- inputs      mart.manager_ratings, mart.eligible_managers, mart.participation, canonical.managers, canonical.rating_scales
-- parameters  none
-- units       z: standard deviations among the year's ratings; taken_part: 1 from the fiscal year after the first with a
--             session on; eve: 1 in the year before that first one, on whose rating people choose and are chosen; tenure:
--             log of years since hired, the first counted as one; reset: 1 in the year of a promotion and the next; dose:
--             sessions an eligible manager of the department, over a full programme's
SELECT
  ratings.manager_id,
  ratings.fiscal_year,
  ratings.z,
  ratings.started_in,
  coalesce(ratings.fiscal_year > ratings.started_in, false)::INTEGER AS taken_part,
  coalesce(ratings.fiscal_year = ratings.started_in - 1, false)::INTEGER AS eve,
  ln(1 + greatest(0, ratings.fiscal_year - fiscal_year(managers.hired))) AS tenure,
  (
    ratings.grade_changed
    OR coalesce(
      lag(ratings.grade_changed) OVER own AND lag(ratings.fiscal_year) OVER own = ratings.fiscal_year - 1,
      false
    )
  )::INTEGER AS reset,
  scales.kind,
  participation.dose
FROM mart.manager_ratings AS ratings
JOIN canonical.rating_scales AS scales ON scales.scale_id = ratings.scale_id
LEFT JOIN canonical.managers AS managers ON managers.manager_id = ratings.manager_id
LEFT JOIN mart.eligible_managers AS eligible
  ON eligible.manager_id = ratings.manager_id AND eligible.fiscal_year = ratings.fiscal_year
LEFT JOIN mart.participation AS participation
  ON participation.department_id = eligible.department_id AND participation.fiscal_year = ratings.fiscal_year
WHERE ratings.z IS NOT NULL
WINDOW own AS (PARTITION BY ratings.manager_id ORDER BY ratings.fiscal_year)
ORDER BY ratings.manager_id, ratings.fiscal_year;
