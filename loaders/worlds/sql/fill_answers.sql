-- grain       one row a respondent's response to an item in a fiscal year; items passed over or not asked are left out
-- inputs      simulated answers, one row a respondent, as a CSV file
-- parameters  none: the parts are filled in from the catalogue of items
-- units       points of the item's scale
INSERT INTO canonical.survey_responses (_row, fiscal_year, respondent_id, department_id, respondent_group, item_id, response)
SELECT row_number() OVER () AS _row, fiscal_year, respondent_id, department_id, respondent_group, item_id, response
FROM read_csv({{path}}, auto_detect = false, header = true, delim = ',', columns = {{types}})
UNPIVOT (response FOR item_id IN (COLUMNS('_[123]b?$')));
