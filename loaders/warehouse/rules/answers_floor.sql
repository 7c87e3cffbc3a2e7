-- grain       one row a year of fewer than half of the rows of the median year
-- inputs      canonical.survey_responses
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
WITH years AS (
  SELECT fiscal_year, min(_row) AS "row", count(*) AS rows FROM canonical.survey_responses GROUP BY fiscal_year
)
SELECT "row" FROM years WHERE rows < (SELECT median(rows) / 2 FROM years)
