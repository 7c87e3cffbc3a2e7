-- grain       one row: how many persons a raw column names
-- inputs      a staged resource, canonical.managers, canonical.survey_responses
-- parameters  none: the parts are filled in from the study
-- units       persons
SELECT count(DISTINCT raw.{{column}})::INTEGER AS named
FROM staged.{{resource}} AS raw
WHERE raw.{{column}}::VARCHAR IN (
  SELECT manager_id FROM canonical.managers
  UNION ALL
  SELECT respondent_id FROM canonical.survey_responses
)
