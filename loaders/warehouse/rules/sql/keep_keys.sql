-- grain       one row a key, and of keys that are no person's one row a kind of them
-- inputs      the canonical tables with keys
-- parameters  none
-- units       person, key: as plain_key writes them
CREATE OR REPLACE TEMP TABLE known_persons AS
SELECT plain_key(manager_id) AS person FROM canonical.managers
UNION
SELECT plain_key(respondent_id) FROM canonical.survey_responses;

CREATE OR REPLACE TEMP TABLE other_keys AS
SELECT 'department' AS kind, plain_key(department_id) AS "key" FROM canonical.departments
UNION
SELECT 'session', plain_key(session_id) FROM canonical.sessions
UNION
SELECT 'group', plain_key(group_id) FROM canonical.sessions
UNION
SELECT 'module', plain_key(module_id) FROM canonical.modules
UNION
SELECT 'item', plain_key(item_id) FROM canonical.survey_items;
