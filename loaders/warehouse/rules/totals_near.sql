-- grain       one row a year of which a total is under 0.95 or over 1.05 of its units' sum
-- inputs      canonical.organisation_years, unit_totals
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT years._row AS "row"
FROM canonical.organisation_years AS years
JOIN unit_totals AS parts USING (fiscal_year)
WHERE years.headcount NOT BETWEEN 0.95 * parts.headcount AND 1.05 * parts.headcount
  OR years.managers NOT BETWEEN 0.95 * parts.managers AND 1.05 * parts.managers
  OR years.revenue NOT BETWEEN 0.95 * parts.revenue AND 1.05 * parts.revenue
