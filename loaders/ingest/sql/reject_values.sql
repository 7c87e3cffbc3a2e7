-- grain       one row a rule that a value breaks
-- inputs      the file's records as text
-- parameters  $resource, $file
-- units       none
INSERT INTO audit.rejections
SELECT $resource, $file, _row, breach.column_name, breach.rule, breach.remedy
FROM (
  SELECT _row, unnest(list_filter([{{breaches}}], lambda breach: breach IS NOT NULL)) AS breach
  FROM (SELECT {{order}}, {{names}} FROM {{from}})
  WHERE {{anyBroken}}
);
