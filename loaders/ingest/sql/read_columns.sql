-- grain       one row a record of the file, in its order, as text
-- inputs      the records of an opened text
-- parameters  none: the parts are filled in from the file's header
-- units       none
SELECT {{columns}}
FROM {{from}}
