-- grain       one row
-- inputs      none
-- parameters  $tree: the syntax tree of a SELECT, as JSON
-- units       written: its SQL
SELECT json_deserialize_sql($tree::JSON)::VARCHAR AS written;
