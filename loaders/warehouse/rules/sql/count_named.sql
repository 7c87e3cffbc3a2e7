-- grain       one row: how many persons a raw column names, and how many values it has
-- inputs      a staged resource, canonical.managers, canonical.survey_responses
-- parameters  none: the parts are filled in from the study
-- units       persons, values
WITH known AS (
  SELECT manager_id AS person FROM canonical.managers
  UNION
  SELECT respondent_id FROM canonical.survey_responses
)
SELECT
  count(DISTINCT raw.{{column}}) FILTER (known.person IS NOT NULL)::INTEGER AS named,
  count(DISTINCT raw.{{column}})::INTEGER AS "distinct"
FROM staged.{{resource}} AS raw
LEFT JOIN known ON known.person = raw.{{column}}::VARCHAR
