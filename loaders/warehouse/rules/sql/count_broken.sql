-- grain       one row
-- inputs      a rule's broken rows, and the canonical table that it is of
-- parameters  none: the parts are filled in from the contract
-- units       rows; years: in which they are, where the rule tells them; first_row: the record's number in its file, or in its mapping's result
SELECT
  count(*)::INTEGER AS broken,
  min("row")::INTEGER AS first_row,
  {{years}} AS years,
  (SELECT count(*)::INTEGER FROM {{table}}) AS "rows"
FROM (
{{broken}}
);
