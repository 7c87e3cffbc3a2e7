-- grain       the canonical table's
-- inputs      none
-- parameters  none: the parts are filled in from the contract
-- units       as the contract says
CREATE OR REPLACE TABLE {{table}} (_row BIGINT, {{columns}});
