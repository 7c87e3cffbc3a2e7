-- grain       none
-- inputs      none
-- parameters  none: the parts are filled in from the study's description
-- units       none
CREATE SCHEMA IF NOT EXISTS canonical;
CREATE SCHEMA IF NOT EXISTS mart;
CREATE OR REPLACE MACRO fiscal_year(day) AS year(day) - (strftime(day, '%m-%d') < {{fiscalYearStart}})::INTEGER;
CREATE OR REPLACE MACRO fiscal_start(named) AS (named::VARCHAR || '-' || {{fiscalYearStart}})::DATE;
CREATE OR REPLACE TABLE mart.settings AS
SELECT
  {{firstYear}}::INTEGER AS first_year,
  {{lastYear}}::INTEGER AS last_year,
  {{sessions}}::INTEGER AS sessions_in_programme;
