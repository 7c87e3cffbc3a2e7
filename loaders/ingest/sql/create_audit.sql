-- grain       rejections: one row a broken rule; resources: one row a raw file
-- inputs      none
-- parameters  none
-- units       rows
CREATE SCHEMA IF NOT EXISTS typed;
CREATE SCHEMA IF NOT EXISTS staged;
CREATE SCHEMA IF NOT EXISTS audit;
CREATE OR REPLACE TABLE audit.rejections (
  resource VARCHAR, file VARCHAR, row_number BIGINT, column_name VARCHAR, rule VARCHAR, remedy VARCHAR
);
CREATE OR REPLACE TABLE audit.resources (
  resource VARCHAR, file VARCHAR, bytes BIGINT, rows_read BIGINT, accepted BIGINT, rejected BIGINT,
  deduplicated BIGINT, extra_columns VARCHAR[], encoding VARCHAR
);
