-- grain       one row a unit's last year, where the study goes on and nothing says that the unit ended
-- inputs      canonical.department_years, canonical.departments, canonical.department_lineage
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT arg_max(years._row, years.fiscal_year) AS "row"
FROM canonical.department_years AS years
JOIN canonical.departments AS departments USING (department_id)
WHERE departments.closed IS NULL
  AND departments.department_id NOT IN (SELECT from_id FROM canonical.department_lineage)
GROUP BY department_id
HAVING max(years.fiscal_year) < (SELECT max(fiscal_year) FROM canonical.department_years)
