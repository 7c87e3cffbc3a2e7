-- grain       one row a fiscal year and measure that has a value
-- inputs      canonical.organisation_measures, mart.participation
-- parameters  none
-- units       as the measure declares; margin and participation 0 to 1
CREATE OR REPLACE TABLE mart.organisation_measures AS
WITH wide AS (
  SELECT
    fiscal_year,
    max("value") FILTER (measure = 'profit') AS profit,
    max("value") FILTER (measure = 'revenue') AS revenue
  FROM canonical.organisation_measures
  GROUP BY fiscal_year
)
SELECT fiscal_year::INTEGER AS fiscal_year, measure, "value" FROM canonical.organisation_measures
UNION ALL
SELECT fiscal_year::INTEGER, 'margin', profit / revenue FROM wide WHERE profit IS NOT NULL AND revenue > 0
UNION ALL
SELECT fiscal_year, 'participation', sum(participants) / sum(eligible)
FROM mart.participation
GROUP BY fiscal_year
HAVING sum(eligible) > 0
ORDER BY fiscal_year, measure;
