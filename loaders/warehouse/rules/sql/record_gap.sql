-- grain       none
-- inputs      none
-- parameters  $resource, $message
-- units       none
INSERT INTO audit.gaps VALUES ($resource, $message);
