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
)
SELECT
  scores.fiscal_year,
  departments.division,
  respondents.respondent_group,
  scores.measure,
  any_value(scores.negative_control) AS negative_control,
  count(*)::INTEGER AS respondents,
  avg(scores.score) AS mean,
  any_value(scales.minimum) AS minimum,
  any_value(scales.maximum) AS maximum
FROM mart.survey_scores AS scores
JOIN respondents ON respondents.fiscal_year = scores.fiscal_year AND respondents.respondent_id = scores.respondent_id
JOIN canonical.departments AS departments ON departments.department_id = scores.department_id
JOIN scales ON scales.measure = scores.measure
JOIN shown
  ON shown.department_id = scores.department_id
  AND shown.fiscal_year = scores.fiscal_year
  AND shown.measure = scores.measure
GROUP BY scores.fiscal_year, departments.division, respondents.respondent_group, scores.measure
HAVING count(DISTINCT shown.unit_id) > 1
ORDER BY scores.measure, departments.division, respondents.respondent_group, scores.fiscal_year;
