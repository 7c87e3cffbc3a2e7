-- grain       one row: the first department
-- inputs      departments
-- parameters  none
-- units       none
SELECT opened::VARCHAR AS opened FROM canonical.departments ORDER BY department_id LIMIT 1;
