-- grain       one row a manager present at a session, however often the learning system recorded it
-- inputs      lms_completions
-- parameters  none
-- units       none
-- leaves out  lms_completions: Status <> 'Completed'
SELECT DISTINCT "Session" AS session_id, Learner AS manager_id
FROM lms_completions
WHERE Status = 'Completed'
ORDER BY session_id, manager_id
