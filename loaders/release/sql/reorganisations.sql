-- grain       one row a fiscal year in which departments passed people on to others
-- inputs      canonical.department_lineage
-- parameters  none
-- units       departments: those that passed people on
SELECT fiscal_year, count(DISTINCT from_id)::INTEGER AS departments
FROM canonical.department_lineage
GROUP BY fiscal_year
ORDER BY fiscal_year;
