-- grain       one row
-- inputs      canonical.departments, canonical.department_years, canonical.survey_responses
-- parameters  none
-- units       none: a digest of every value
SELECT md5(concat_ws(
  '/',
  (SELECT string_agg(concat_ws('|', department_id, name, division, opened), ';' ORDER BY department_id)
    FROM canonical.departments),
  (SELECT string_agg(
      concat_ws('|', department_id, fiscal_year, headcount, managers, coalesce(revenue::VARCHAR, 'none'), profit),
      ';' ORDER BY department_id, fiscal_year
    )
    FROM canonical.department_years),
  (SELECT string_agg(concat_ws('|', respondent_id, item_id, response), ';' ORDER BY respondent_id, item_id, response)
    FROM canonical.survey_responses)
)) AS digest;
