-- grain       one row a session of one group
-- inputs      lms_sessions
-- parameters  none
-- units       minutes: from "75 min"
SELECT
  "Session" AS session_id,
  Cohort AS group_id,
  "Course Code" AS module_id,
  "Week" AS position,
  "Held On" AS held_on,
  regexp_extract(Duration, '\d+')::INTEGER AS minutes
FROM lms_sessions
ORDER BY session_id
