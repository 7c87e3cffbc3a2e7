-- grain       one row a record of the file
-- inputs      the view of typed records
-- parameters  none: the parts are filled in from the data package
-- units       as declared in the file's schema
CREATE OR REPLACE TABLE settling AS FROM {{staged}} ORDER BY _row;
DROP VIEW {{staged}};
CREATE TABLE {{staged}} AS FROM settling;
DROP TABLE settling;
DROP TABLE {{typed}};
