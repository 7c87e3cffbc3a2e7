-- grain       table_rules: one row a rule between tables that was looked at; row_use: one row a mapping, a raw file that it
--             reads, and a rule by which its rows are used or left out
--             profile: one row a canonical table and what was counted of it
-- inputs      none
-- parameters  none
-- units       rows
CREATE OR REPLACE TEMP MACRO plain_text(written) AS trim(
  regexp_replace(
    nfc_normalize(written), '[\x{00AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'
  )
);
CREATE OR REPLACE TABLE audit.table_rules (
  rule VARCHAR, table_name VARCHAR, file VARCHAR, severity VARCHAR, broken BIGINT, rows_read BIGINT, allowed BIGINT,
  message VARCHAR
);
CREATE OR REPLACE TABLE audit.row_use (mapping VARCHAR, resource VARCHAR, rule VARCHAR, used BOOLEAN, row_count BIGINT);
CREATE OR REPLACE TABLE audit.profile (table_name VARCHAR, counted VARCHAR, amount DOUBLE);
