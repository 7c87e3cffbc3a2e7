-- grain       one row
-- inputs      canonical.departments, canonical.department_years, canonical.assignments, canonical.managers, canonical.attendance,
--             canonical.sessions, canonical.survey_responses
-- parameters  none
-- units       revenue: yen; the others: counts, or fiscal years
SELECT
  (SELECT count(*) FROM canonical.departments)::INTEGER AS departments,
  (SELECT sum(revenue) FROM canonical.department_years)::DOUBLE AS revenue,
  (SELECT count(*) FROM canonical.assignments WHERE valid_from = DATE '2018-10-01')::INTEGER AS moved,
  (SELECT max(hired) FROM canonical.managers)::VARCHAR AS hired,
  (SELECT count(DISTINCT manager_id) FROM canonical.attendance)::INTEGER AS completed,
  (SELECT count(*) - count(DISTINCT manager_id) FROM canonical.attendance)::INTEGER AS completed_twice,
  (SELECT min(fiscal_year(held_on)) FROM canonical.sessions)::INTEGER AS first_completed,
  (SELECT max(fiscal_year(held_on)) FROM canonical.sessions)::INTEGER AS last_completed,
  (SELECT count(*) FROM canonical.survey_responses WHERE fiscal_year < 2019)::INTEGER AS answers_before,
  (SELECT count(*) FROM canonical.survey_responses WHERE fiscal_year >= 2019)::INTEGER AS answers_after,
  (SELECT count(DISTINCT department_id) FROM canonical.survey_responses)::INTEGER AS units_answering;
