-- grain       one row: how many persons a raw column names, how many other keys of the study, and how many values it has
-- inputs      a staged resource; the canonical tables with keys
-- parameters  none: the parts are filled in from the study
-- units       persons, keys, values; rows: those with a value; number: whether every value is written in digits alone; digits: of the shortest key
WITH known AS (
  SELECT plain_key(manager_id) AS person FROM canonical.managers
  UNION
  SELECT plain_key(respondent_id) FROM canonical.survey_responses
),
others AS (
  SELECT 'department' AS kind, plain_key(department_id) AS "key" FROM canonical.departments
  UNION
  SELECT 'session', plain_key(session_id) FROM canonical.sessions
  UNION
  SELECT 'group', plain_key(group_id) FROM canonical.sessions
  UNION
  SELECT 'module', plain_key(module_id) FROM canonical.modules
  UNION
  SELECT 'item', plain_key(item_id) FROM canonical.survey_items
),
given AS (
  SELECT DISTINCT plain_key({{column}}::VARCHAR) AS "value" FROM staged.{{resource}} WHERE {{column}} IS NOT NULL
),
apart AS (
  SELECT coalesce(max(found), 0) AS found
  FROM (SELECT count(*) AS found FROM given JOIN others ON others."key" = given."value" GROUP BY others.kind)
)
SELECT
  count(known.person)::INTEGER AS named,
  any_value(apart.found)::INTEGER AS others,
  count(*)::INTEGER AS "distinct",
  (SELECT count({{column}})::INTEGER FROM staged.{{resource}}) AS "rows",
  (SELECT count(DISTINCT manager_id)::INTEGER FROM canonical.managers) AS managers,
  coalesce(bool_and(regexp_full_match(given."value", '[0-9]+')), false) AS "number",
  coalesce(bool_and(regexp_full_match(given."value", '(19|20)[0-9]{2}')), false) AS years,
  coalesce(min(length(known.person)), 0)::INTEGER AS digits
FROM given
CROSS JOIN apart
LEFT JOIN known ON known.person = given."value"
