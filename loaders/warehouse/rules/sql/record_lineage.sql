-- grain       none
-- inputs      none
-- parameters  $table, $resource
-- units       none
INSERT INTO audit.lineage VALUES ($table, $resource);
