-- grain       one row
-- inputs      typed records
-- parameters  none: a resource's name is filled in
-- units       rows
SELECT count(*)::INTEGER AS "read", coalesce(bool_or(_broken), false) AS broken
FROM {{typed}};
