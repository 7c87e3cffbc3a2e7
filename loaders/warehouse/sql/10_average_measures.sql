-- grain       one row a department, fiscal year and survey measure
-- inputs      mart.survey_scores, canonical.survey_invitations
-- parameters  none
-- units       mean, sd: points of the items' scale; respondents, invited: people
CREATE OR REPLACE TABLE mart.survey_measures AS
WITH averaged AS (
  SELECT
    department_id,
    fiscal_year,
    measure,
    any_value(negative_control) AS negative_control,
    count(*)::INTEGER AS respondents,
    avg(score) AS mean,
    stddev_samp(score) AS sd
  FROM mart.survey_scores
  GROUP BY department_id, fiscal_year, measure
)
SELECT
  averaged.department_id,
  averaged.fiscal_year,
  averaged.measure,
  averaged.negative_control,
  averaged.respondents,
  averaged.mean,
  averaged.sd,
  invitations.invited::INTEGER AS invited
FROM averaged
LEFT JOIN canonical.survey_invitations AS invitations USING (department_id, fiscal_year)
ORDER BY department_id, fiscal_year, measure;
