-- grain       one row a state
-- inputs      states
-- parameters  none
-- units       none
SELECT "state" AS department_id, name, region AS division
FROM states
ORDER BY department_id
