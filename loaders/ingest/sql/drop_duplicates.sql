-- grain       as staged; of records that are alike in every column the first stays
-- inputs      staged records
-- parameters  none: the parts are filled in from the data package
-- units       none
DELETE FROM {{staged}}
WHERE _row IN (
  SELECT _row
  FROM (SELECT _row, row_number() OVER (PARTITION BY {{columns}} ORDER BY _row) AS occurrence FROM {{staged}})
  WHERE occurrence > 1
);
