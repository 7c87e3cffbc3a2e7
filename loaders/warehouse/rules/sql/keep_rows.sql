-- grain       one row a raw row that is kept
-- inputs      a staged resource
-- parameters  none: the parts are filled in from the study
-- units       none
CREATE OR REPLACE VIEW parts.{{resource}} AS
SELECT * FROM staged.{{resource}} WHERE {{kept}}
