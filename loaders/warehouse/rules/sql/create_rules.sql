-- grain       table_rules: one row a rule between tables that was looked at; row_use: one row a mapping, a raw file that it
--             reads, and a rule by which its rows are used or left out; used is null where that can't be told
--             lineage: one row a canonical table and a raw file that it is made from; persons: one row a raw file of persons
--             profile: one row a canonical table and what was counted of it; unit_totals: one row a fiscal year; study_span: one row
--             gaps: one row a part of a raw file's key of which some rows are missing, by the file's own pattern
-- inputs      canonical.department_years, canonical.organisation_years, mart.settings
-- parameters  none
-- units       rows
CREATE OR REPLACE TEMP MACRO plain_text(written) AS trim(
  regexp_replace(
    nfc_normalize(written), '[\x{00AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'
  )
);
-- one person's key in two files: in other capitals or wide digits, with zeros before it, or read as a number
CREATE OR REPLACE TEMP MACRO plain_key(written) AS regexp_replace(
  lower(translate(plain_text(written), '０１２３４５６７８９', '0123456789')), '^0*([0-9]+?)([.]0+)?$', '\1'
);
CREATE OR REPLACE TABLE audit.table_rules (
  rule VARCHAR, table_name VARCHAR, file VARCHAR, severity VARCHAR, broken BIGINT, rows_read BIGINT, allowed BIGINT,
  message VARCHAR
);
CREATE OR REPLACE TABLE audit.row_use (
  mapping VARCHAR, resource VARCHAR, rule VARCHAR, used BOOLEAN, row_count BIGINT, message VARCHAR
);
CREATE OR REPLACE TABLE audit.gaps (resource VARCHAR, message VARCHAR);
CREATE OR REPLACE TABLE audit.lineage (table_name VARCHAR, resource VARCHAR);
CREATE OR REPLACE TABLE audit.persons (resource VARCHAR);
CREATE OR REPLACE TABLE audit.profile (table_name VARCHAR, counted VARCHAR, amount DOUBLE);
-- a sum over units of which one has no value is none
CREATE OR REPLACE TEMP VIEW unit_totals AS
SELECT
  fiscal_year,
  CASE WHEN count(headcount) = count(*) THEN sum(headcount) END AS headcount,
  CASE WHEN count(managers) = count(*) THEN sum(managers) END AS managers,
  CASE WHEN count(revenue) = count(*) THEN sum(revenue) END AS revenue
FROM canonical.department_years
GROUP BY fiscal_year;
-- a study of persons alone has no units' years: ten on either side of the programme's may have appraisals and answers
CREATE OR REPLACE TEMP VIEW study_span AS
WITH around AS (
  SELECT CASE WHEN (SELECT count(*) FROM canonical.department_years) + (SELECT count(*) FROM canonical.organisation_years) = 0
    THEN 10 ELSE 0 END AS beside
)
SELECT min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
FROM (
  SELECT fiscal_year FROM canonical.department_years
  UNION ALL SELECT fiscal_year FROM canonical.organisation_years
  UNION ALL SELECT first_year - beside FROM mart.settings, around
  UNION ALL SELECT last_year + beside FROM mart.settings, around
);
