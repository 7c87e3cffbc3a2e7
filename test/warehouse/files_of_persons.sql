-- grain       one row a raw file whose rows are persons'
-- inputs      audit.persons
-- parameters  none
-- units       none
SELECT resource
FROM audit.persons
ORDER BY resource
