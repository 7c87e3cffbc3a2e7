-- grain       one row a manager and fiscal year
-- inputs      hr_appraisals
-- parameters  none
-- units       rating: S A B C D as 5 to 1 where ratings are relative (相対), points of 1 to 7 where they are absolute (絶対)
SELECT
  "社員番号" AS manager_id,
  left("年度", 4)::INTEGER AS fiscal_year,
  CASE WHEN "制度" = '相対' THEN instr('DCBAS', "評価") ELSE try_cast("評価" AS INTEGER) END AS rating,
  CASE WHEN "制度" = '相対' THEN 'relative' ELSE 'absolute' END AS scale_id,
  "昇格" AS grade_changed
FROM hr_appraisals
ORDER BY manager_id, fiscal_year
