-- grain       one row a key of a person in the study's own tables
-- inputs      canonical.managers, canonical.survey_responses
-- parameters  none
-- units       none
SELECT manager_id AS person FROM canonical.managers
UNION
SELECT respondent_id FROM canonical.survey_responses
ORDER BY person;
