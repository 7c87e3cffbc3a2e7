-- grain       one row a department, fiscal year and survey measure
-- inputs      mart.survey_measures, canonical.departments, canonical.survey_items
-- parameters  none
-- units       mean: points of the items' scale; respondents, invited: people
WITH scales AS (
  SELECT measure, min(minimum)::DOUBLE AS minimum, max(maximum)::DOUBLE AS maximum
  FROM canonical.survey_items
  GROUP BY measure
)
SELECT
  measures.department_id,
  departments.name,
  departments.division,
  measures.fiscal_year,
  measures.measure,
  measures.negative_control,
  measures.respondents,
  measures.invited,
  measures.mean,
  scales.minimum,
  scales.maximum
FROM mart.survey_measures AS measures
JOIN canonical.departments AS departments USING (department_id)
JOIN scales USING (measure)
ORDER BY measures.measure, departments.division, departments.name, measures.department_id, measures.fiscal_year;
