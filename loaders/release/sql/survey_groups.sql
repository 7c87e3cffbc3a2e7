-- grain       one row a fiscal year, line of business of two departments or more, group of respondents and survey measure
-- inputs      mart.survey_scores, canonical.survey_responses, canonical.departments, canonical.survey_items
-- parameters  none
-- units       mean: points of the items' scale; respondents: people
WITH respondents AS (
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
GROUP BY scores.fiscal_year, departments.division, respondents.respondent_group, scores.measure
HAVING count(DISTINCT scores.department_id) > 1
ORDER BY scores.measure, departments.division, respondents.respondent_group, scores.fiscal_year;
