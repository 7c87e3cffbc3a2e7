-- grain       none
-- inputs      none
-- parameters  $resource
-- units       none
INSERT INTO audit.persons VALUES ($resource);
