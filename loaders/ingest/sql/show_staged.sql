-- grain       one row a record of the file
-- inputs      typed records
-- parameters  none: the parts are filled in from the data package
-- units       _row is the record's number in the file, header rows counted
CREATE OR REPLACE VIEW {{staged}} AS
SELECT {{numbered}}, {{columns}}
FROM {{typed}};
