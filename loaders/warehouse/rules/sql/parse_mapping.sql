-- grain       one row
-- inputs      none
-- parameters  $sql: a study's mapping
-- units       parsed: its syntax tree, as JSON
SELECT json_serialize_sql($sql::VARCHAR)::VARCHAR AS parsed;
