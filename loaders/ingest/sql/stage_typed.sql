-- grain       one row a record whose values keep the rules
-- inputs      the file's records as text, audit.rejections
-- parameters  none: the parts are filled in from the data package
-- units       as declared in the file's schema
CREATE OR REPLACE TABLE {{staged}} AS
SELECT _row, {{typed}}
FROM {{raw}}
WHERE _row NOT IN (SELECT row_number FROM audit.rejections WHERE resource = {{resource}} AND row_number IS NOT NULL)
ORDER BY _row;
