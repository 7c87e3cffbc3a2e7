-- grain       one row a stay that begins before one of the person's earlier ones has ended
-- inputs      canonical.assignments
-- parameters  none
-- units       row: the record's number in its file, or in its mapping's result
SELECT _row AS "row"
FROM canonical.assignments
QUALIFY valid_from < max(coalesce(valid_to, DATE '9999-12-31')) OVER (
  PARTITION BY manager_id ORDER BY valid_from, _row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
)
