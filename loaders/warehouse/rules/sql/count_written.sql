-- grain       one row a raw column's value
-- inputs      a staged resource
-- parameters  none: the parts are filled in from the study
-- units       rows
SELECT {{place}} AS place, {{column}}::VARCHAR AS written, count(*) AS "rows"
FROM staged.{{resource}}
WHERE {{column}} IS NOT NULL
GROUP BY {{column}}::VARCHAR
