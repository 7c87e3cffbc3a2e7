-- grain       one row: units and years that are there either way, and of each measure those with another value
-- inputs      a canonical table, and the mapping that makes it over half the rows of persons
-- parameters  none: the parts are filled in from contract and mapping
-- units       rows
SELECT count(*)::INTEGER AS compared, {{moved}}
FROM {{table}} AS made
JOIN ({{source}}
) AS again USING ({{key}})
