-- grain       one row a year of which a total is under 0.9 or over 1.5 of its units' sum
-- inputs      canonical.organisation_years, unit_totals
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT years._row AS "row"
FROM canonical.organisation_years AS years
JOIN unit_totals AS parts USING (fiscal_year)
WHERE years.headcount NOT BETWEEN 0.9 * parts.headcount AND 1.5 * parts.headcount
  OR years.managers NOT BETWEEN 0.9 * parts.managers AND 1.5 * parts.managers
  OR years.revenue NOT BETWEEN 0.9 * parts.revenue AND 1.5 * parts.revenue
