-- grain       one row a unit and year of more respondents than invited people
-- inputs      canonical.survey_invitations, canonical.survey_responses
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH answered AS (
  SELECT fiscal_year, department_id, count(DISTINCT respondent_id) AS respondents
  FROM canonical.survey_responses
  GROUP BY fiscal_year, department_id
)
SELECT invitations._row AS "row"
FROM canonical.survey_invitations AS invitations
JOIN answered USING (fiscal_year, department_id)
WHERE answered.respondents > invitations.invited
