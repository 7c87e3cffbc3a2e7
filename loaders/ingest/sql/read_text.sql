-- grain       one row a record of the file, as text
-- inputs      the checked copy of the file, its declared dialect
-- parameters  none: the parts are filled in from the data package
-- units       none
(SELECT {{columns}}
FROM read_csv(
  {{path}},
  auto_detect = false,
  header = false,
  skip = {{headerLines}},
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
))
