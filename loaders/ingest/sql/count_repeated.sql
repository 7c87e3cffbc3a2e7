-- grain       one row
-- inputs      staged records
-- parameters  none: the parts are filled in from the data package and the number of rows
-- units       whether some key may stand twice: two of one hash are looked at more closely; of a part of all hashes
SELECT count(*) > count(DISTINCT hash({{key}})) AS repeated
FROM {{staged}}
WHERE {{present}} AND hash({{key}}) % {{parts}} = {{part}};
