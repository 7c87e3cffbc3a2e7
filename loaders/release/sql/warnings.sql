-- grain       one row a rule between tables that more rows break than are allowed, and that lets a release pass; and one a
--             mapping and a raw file of which it can't be told what became of its rows, or a gap in a raw file
-- inputs      audit.table_rules, audit.row_use, audit.gaps
-- parameters  none
-- units       none
SELECT message
FROM (
  SELECT table_name AS place, rule, message FROM audit.table_rules
  UNION ALL
  SELECT mapping, resource, message FROM audit.row_use
  UNION ALL
  SELECT resource, 'gaps', message FROM audit.gaps
)
WHERE message <> ''
ORDER BY place, rule;
