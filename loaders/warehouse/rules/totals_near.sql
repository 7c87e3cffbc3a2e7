-- grain       one row a year of which a total is under 0.95 or over 1.05 of its units' sum
-- inputs      canonical.organisation_years, canonical.department_years
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH parts AS (
  SELECT
    fiscal_year,
    CASE WHEN count(headcount) = count(*) THEN sum(headcount) END AS headcount,
    CASE WHEN count(managers) = count(*) THEN sum(managers) END AS managers,
    CASE WHEN count(revenue) = count(*) THEN sum(revenue) END AS revenue
  FROM canonical.department_years
  GROUP BY fiscal_year
)
SELECT years._row AS "row"
FROM canonical.organisation_years AS years
JOIN parts USING (fiscal_year)
WHERE years.headcount NOT BETWEEN 0.95 * parts.headcount AND 1.05 * parts.headcount
  OR years.managers NOT BETWEEN 0.95 * parts.managers AND 1.05 * parts.managers
  OR years.revenue NOT BETWEEN 0.95 * parts.revenue AND 1.05 * parts.revenue
