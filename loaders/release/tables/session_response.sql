-- grain       one row a place in the groups' year
-- inputs      canonical.sessions, canonical.attendance, canonical.session_ratings
-- parameters  none
-- units       members: of the groups that met, those who came at least once, summed over groups; attended, rated: of
--             these, those who came to the session of that place, and those who rated it; people, attendees: the
--             distinct persons among members and attended, as somebody may be in a group of several years
WITH came AS (
  SELECT sessions.group_id, sessions.position, attendance.manager_id, attendance.session_id
  FROM canonical.attendance AS attendance
  JOIN canonical.sessions AS sessions USING (session_id)
),
belonging AS (
  SELECT DISTINCT group_id, manager_id
  FROM came
),
placed AS (
  SELECT sessions.position, count(*) AS members, count(DISTINCT belonging.manager_id) AS people
  FROM canonical.sessions AS sessions
  JOIN belonging USING (group_id)
  GROUP BY sessions.position
),
counted AS (
  SELECT
    came.position,
    count(*) AS attended,
    count(DISTINCT came.manager_id) AS attendees,
    count(ratings.rating) AS rated
  FROM came
  LEFT JOIN canonical.session_ratings AS ratings USING (session_id, manager_id)
  GROUP BY came.position
)
SELECT
  placed.position::INTEGER AS position,
  placed.members::INTEGER AS members,
  placed.people::INTEGER AS people,
  counted.attended::INTEGER AS attended,
  counted.attendees::INTEGER AS attendees,
  counted.rated::INTEGER AS rated
FROM placed
JOIN counted ON counted.position = placed.position
ORDER BY position;
