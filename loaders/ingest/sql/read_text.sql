-- grain       one row a record of the file, as text
-- inputs      the file, its declared dialect
-- parameters  none: the parts are filled in from the data package
-- units       _row is the record's number in the file, header rows counted
CREATE OR REPLACE TABLE {{table}} AS
SELECT row_number() OVER () + {{headerRows}} AS _row, {{columns}}
FROM read_csv(
  {{path}},
  auto_detect = false,
  header = false,
  skip = {{headerRows}},
  delim = {{delimiter}},
  quote = {{quote}},
  escape = {{quote}},
  columns = {{types}},
  nullstr = [chr(0)],
  strict_mode = true,
  null_padding = false,
  max_line_size = 2000000,
  store_rejects = true,
  rejects_table = 'malformed',
  rejects_scan = 'malformed_scan',
  rejects_limit = 1000
);
