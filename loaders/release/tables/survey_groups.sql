-- grain       one row a fiscal year, line of business of two units or more, group of respondents and survey measure
-- inputs      mart.survey_scores, canonical.survey_responses, canonical.departments, canonical.survey_items
-- parameters  $shown: department_id, its release unit_id, fiscal_year and measure of every mean that is shown, as JSON
-- units       mean: points of the items' scale; respondents: people
WITH shown AS (
  SELECT unnest(
    from_json(
      $shown::JSON,
      '[{"department_id": "VARCHAR", "unit_id": "VARCHAR", "fiscal_year": "BIGINT", "measure": "VARCHAR"}]'
    ),
    recursive := true
  )
),
respondents AS (
  SELECT fiscal_year, respondent_id, any_value(respondent_group) AS respondent_group
  FROM canonical.survey_responses
  WHERE respondent_group IS NOT NULL
  GROUP BY fiscal_year, respondent_id
),
scales AS (
  SELECT measure, min(minimum)::DOUBLE AS minimum, max(maximum)::DOUBLE AS maximum
  FROM canonical.survey_items
  GROUP BY measure
),
-- on its own, since DuckDB takes the parameter for a row or two and would join it first
grouped AS MATERIALIZED (
  SELECT
    scores.fiscal_year,
    scores.department_id,
    scores.measure,
    respondents.respondent_group,
    scores.negative_control,
    scores.score
  FROM mart.survey_scores AS scores
  JOIN respondents ON respondents.fiscal_year = scores.fiscal_year AND respondents.respondent_id = scores.respondent_id
)
SELECT
  grouped.fiscal_year,
  departments.division,
  grouped.respondent_group,
  grouped.measure,
  any_value(grouped.negative_control) AS negative_control,
  count(*)::INTEGER AS respondents,
  avg(grouped.score) AS mean,
  any_value(scales.minimum) AS minimum,
  any_value(scales.maximum) AS maximum
FROM grouped
JOIN shown
  ON shown.department_id = grouped.department_id
  AND shown.fiscal_year = grouped.fiscal_year
  AND shown.measure = grouped.measure
JOIN canonical.departments AS departments ON departments.department_id = grouped.department_id
JOIN scales ON scales.measure = grouped.measure
GROUP BY grouped.fiscal_year, departments.division, grouped.respondent_group, grouped.measure
HAVING count(DISTINCT shown.unit_id) > 1
ORDER BY grouped.measure, departments.division, grouped.respondent_group, grouped.fiscal_year;
