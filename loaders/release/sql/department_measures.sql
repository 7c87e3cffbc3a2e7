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
ORDER BY departments.division, departments.name, measures.department_id, measures.fiscal_year, measures.measure;
