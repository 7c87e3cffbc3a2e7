-- grain       one row a source of figures of persons and a fiscal year that it has
-- inputs      canonical.department_years, canonical.sessions, canonical.session_ratings, canonical.performance_ratings,
--             canonical.survey_responses
-- parameters  none
-- units       none
SELECT DISTINCT 'activity' AS source, fiscal_year::INTEGER AS period FROM canonical.department_years
UNION SELECT 'activity', fiscal_year(held_on)::INTEGER FROM canonical.sessions
UNION
SELECT 'ratings', fiscal_year(sessions.held_on)::INTEGER
FROM canonical.session_ratings
JOIN canonical.sessions AS sessions USING (session_id)
UNION SELECT 'appraisals', fiscal_year::INTEGER FROM canonical.performance_ratings
UNION SELECT 'survey', fiscal_year::INTEGER FROM canonical.survey_responses
ORDER BY source, period;
