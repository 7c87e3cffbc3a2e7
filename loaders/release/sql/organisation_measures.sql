-- grain       one row a fiscal year and measure that has a value
-- inputs      mart.organisation_measures
-- parameters  none
-- units       as the measure declares
SELECT fiscal_year, measure, "value"
FROM mart.organisation_measures
ORDER BY fiscal_year, measure;
