-- grain       one row a fiscal year and measure that has a value
-- inputs      mart.organisation_measures, canonical.organisation_years
-- parameters  none
-- units       as the measure declares
SELECT fiscal_year, measure, "value"
FROM mart.organisation_measures
WHERE fiscal_year BETWEEN (SELECT min(fiscal_year) FROM canonical.organisation_years)
  AND (SELECT max(fiscal_year) FROM canonical.organisation_years)
ORDER BY fiscal_year, measure;
