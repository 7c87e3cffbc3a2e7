-- grain       as staged
-- inputs      staged records, audit.rejections
-- parameters  none: a resource's name is filled in
-- units       none
DELETE FROM {{staged}}
WHERE _row IN (SELECT row_number FROM audit.rejections WHERE resource = {{resource}});
