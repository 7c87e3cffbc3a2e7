-- grain       one row a firm
-- inputs      jtrain
-- parameters  none
-- units       none
SELECT DISTINCT
  fcode::VARCHAR AS department_id,
  'Firm ' || fcode AS name,
  'Michigan' AS division
FROM jtrain
ORDER BY department_id
