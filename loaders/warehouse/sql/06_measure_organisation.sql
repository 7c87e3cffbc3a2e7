-- grain       one row a fiscal year and measure that has a value
-- inputs      canonical.organisation_years, canonical.organisation_measures, mart.participation
-- parameters  none
-- units       as the measure declares; margin and participation 0 to 1
CREATE OR REPLACE TABLE mart.organisation_measures AS
SELECT fiscal_year::INTEGER AS fiscal_year, measure, "value" FROM canonical.organisation_measures
UNION ALL
SELECT fiscal_year, measure, "value"
FROM (SELECT fiscal_year::INTEGER AS fiscal_year, mart.margin(profit, revenue) AS margin FROM canonical.organisation_years)
UNPIVOT ("value" FOR measure IN (margin))
UNION ALL
SELECT fiscal_year, 'participation', sum(participants) / sum(eligible)
FROM mart.participation
GROUP BY fiscal_year
HAVING sum(eligible) > 0
ORDER BY fiscal_year, measure;
