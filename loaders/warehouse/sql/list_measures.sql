-- grain       one row a unit, fiscal year and measure that has a value
-- inputs      a canonical table of yearly measures
-- parameters  none: the parts are filled in from the contract and the study's measures
-- units       as the measure declares
CREATE OR REPLACE TABLE {{into}} AS
SELECT {{key}}, measure, "value"
FROM (SELECT {{key}}, {{measures}} FROM {{table}})
UNPIVOT ("value" FOR measure IN ({{names}}));
