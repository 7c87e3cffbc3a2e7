-- grain       one row
-- inputs      canonical.department_years, canonical.organisation_years
-- parameters  none
-- units       whether any year says how many persons could take part
SELECT
  (SELECT count(managers) FROM canonical.department_years) + (SELECT count(managers) FROM canonical.organisation_years) > 0 AS managers;
