-- grain       the canonical table's
-- inputs      a staged resource, or the study's mapping over staged resources
-- parameters  none: the parts are filled in from the contract
-- units       as the contract says
INSERT INTO {{table}} (_row, {{columns}})
SELECT {{row}} AS _row, {{values}}
FROM (
{{source}}
) AS source;
