-- grain       one row
-- inputs      a rule's broken rows, and the canonical table that it is of
-- parameters  none: the parts are filled in from the contract
-- units       rows; first_row: the record's number in its file, or in its mapping's result
SELECT
  count(*)::INTEGER AS broken,
  min("row")::INTEGER AS first_row,
  (SELECT count(*)::INTEGER FROM {{table}}) AS "rows"
FROM (
{{broken}}
);
