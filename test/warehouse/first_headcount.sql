-- grain       one row
-- inputs      canonical.department_years
-- parameters  none
-- units       persons
SELECT headcount FROM canonical.department_years WHERE department_id = 'D1' AND fiscal_year = 2011;
