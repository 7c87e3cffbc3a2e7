-- grain       one row a record that is not of the file's shape
-- inputs      malformed: DuckDB's rejects of the last read
-- parameters  none
-- units       line: the record's number in the file
SELECT DISTINCT line::INTEGER AS "row", error_type::VARCHAR AS error
FROM malformed
ORDER BY "row", error;
