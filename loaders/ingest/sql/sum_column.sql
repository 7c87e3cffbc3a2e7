-- grain       one row
-- inputs      staged records
-- parameters  none: the column is filled in from the data package
-- units       as declared in the file's schema
SELECT coalesce(sum({{column}}), 0)::DOUBLE AS total FROM {{staged}};
