-- grain       one row, or none
-- inputs      a canonical table
-- parameters  none: the parts are filled in from what is asked
-- units       as the contract says
SELECT * EXCLUDE (_row) FROM {{table}} WHERE _row = {{row}};
