-- grain       one row a rule by which raw rows are used or left out
-- inputs      audit.row_use
-- parameters  none
-- units       rows
SELECT rule, used, row_count::INTEGER AS "rows" FROM audit.row_use ORDER BY rule;
