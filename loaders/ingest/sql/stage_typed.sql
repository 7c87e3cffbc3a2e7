-- grain       one row a record of the file
-- inputs      the file's records as text
-- parameters  none: the parts are filled in from the data package
-- units       as declared in the file's schema; _broken is true where a rule is broken
CREATE OR REPLACE TABLE {{typed}} AS
SELECT {{columns}}, {{anyBroken}} AS _broken
FROM {{from}};
