-- grain       one row a record outside the years that the study's units have, or the programme
-- inputs      canonical.sessions, canonical.department_years, canonical.organisation_years, mart.settings
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH years AS (
  SELECT fiscal_year FROM canonical.department_years
  UNION ALL SELECT fiscal_year FROM canonical.organisation_years
  UNION ALL SELECT first_year FROM mart.settings
  UNION ALL SELECT last_year FROM mart.settings
),
span AS (
  SELECT min(fiscal_year) AS first_year, max(fiscal_year) AS last_year FROM years
)
SELECT _row AS "row"
FROM canonical.sessions, span
WHERE fiscal_year(held_on) NOT BETWEEN span.first_year AND span.last_year
