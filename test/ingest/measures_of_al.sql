-- grain       one row a measure of the unit AL in 1990
-- inputs      canonical.department_measures
-- parameters  none
-- units       as the file has them
SELECT measure AS "name", "value"
FROM canonical.department_measures
WHERE department_id = 'AL' AND fiscal_year = 1990
ORDER BY measure
