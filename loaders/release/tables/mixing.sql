-- grain       one row a fiscal year and line of business
-- inputs      mart.mixing
-- parameters  none
-- units       other_line, by_chance: share, 0 to 1; managers: count
SELECT fiscal_year, division, managers, other_line, by_chance
FROM mart.mixing
ORDER BY fiscal_year, division;
