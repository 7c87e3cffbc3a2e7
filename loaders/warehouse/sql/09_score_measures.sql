-- grain       one row a respondent, fiscal year and measure
-- inputs      canonical.survey_responses, canonical.survey_items
-- parameters  none
-- units       score: mean of the measure's items, reversed items turned, on the items' scale
CREATE OR REPLACE TABLE mart.survey_scores AS
SELECT
  responses.fiscal_year::INTEGER AS fiscal_year,
  responses.department_id,
  responses.respondent_id,
  items.measure,
  bool_or(items.negative_control) AS negative_control,
  avg(CASE WHEN items.reversed THEN items.minimum + items.maximum - responses.response ELSE responses.response END) AS score
FROM canonical.survey_responses AS responses
JOIN canonical.survey_items AS items USING (item_id)
GROUP BY responses.fiscal_year, responses.department_id, responses.respondent_id, items.measure
ORDER BY responses.fiscal_year, responses.department_id, responses.respondent_id, items.measure;
