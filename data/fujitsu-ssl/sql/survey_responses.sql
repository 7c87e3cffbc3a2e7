-- grain       one row a respondent's response to an item in a fiscal year; items passed over or not asked are left out
-- inputs      survey_answers
-- parameters  none
-- units       points of the item's scale
SELECT
  "year" AS fiscal_year,
  respondent AS respondent_id,
  item_id,
  department AS department_id,
  response,
  staff AS respondent_group
FROM survey_answers
UNPIVOT (response FOR item_id IN (COLUMNS('_[123]b?$')))
ORDER BY fiscal_year, respondent_id, item_id
