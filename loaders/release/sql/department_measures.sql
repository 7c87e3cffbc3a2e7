-- grain       one row a department, fiscal year and measure that has a value
-- inputs      mart.department_measures, canonical.departments, mart.participation
-- parameters  none
-- units       as the measure declares; eligible: managers at the year's start
SELECT
  measures.department_id,
  departments.name,
  departments.division,
  measures.fiscal_year,
  participation.eligible,
  measures.measure,
  measures."value"
FROM mart.department_measures AS measures
JOIN canonical.departments AS departments USING (department_id)
LEFT JOIN mart.participation AS participation USING (department_id, fiscal_year)
WHERE measures.fiscal_year BETWEEN (SELECT min(fiscal_year) FROM canonical.department_years)
  AND (SELECT max(fiscal_year) FROM canonical.department_years)
ORDER BY departments.division, departments.name, measures.department_id, measures.fiscal_year, measures.measure;
