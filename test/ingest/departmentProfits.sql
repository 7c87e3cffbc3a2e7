-- grain       one row a department and fiscal year
-- inputs      department_years
-- parameters  none
-- units       as in the test's file
SELECT profit FROM canonical.department_years ORDER BY department_id, fiscal_year;
