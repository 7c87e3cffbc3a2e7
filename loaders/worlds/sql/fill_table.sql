-- grain       the canonical table's
-- inputs      a simulated table as a CSV file
-- parameters  none: the parts are filled in from the contract
-- units       as the contract says
INSERT INTO {{table}} (_row, {{columns}})
SELECT row_number() OVER () AS _row, {{columns}}
FROM read_csv({{path}}, auto_detect = false, header = true, delim = ',', quote = '"', columns = {{types}});
