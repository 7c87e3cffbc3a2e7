-- grain       one row a respondent's response to an item in a fiscal year
-- inputs      survey
-- parameters  none
-- units       points of the item's scale
SELECT fiscal_year, respondent_id, item_id, department_id, response, respondent_group
FROM survey
UNPIVOT (response FOR item_id IN (COLUMNS('_[123]$')))
ORDER BY fiscal_year, respondent_id, item_id
