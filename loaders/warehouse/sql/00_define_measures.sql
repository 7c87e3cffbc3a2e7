-- grain       none: what is computed of other measures, wherever it is summed
-- inputs      none
-- parameters  none
-- units       margin a share of revenue; profit_per_head in the study's currency; null where there is nothing to divide by
CREATE OR REPLACE MACRO mart.margin(profit, revenue) AS
  CASE WHEN revenue > 0 THEN profit::DOUBLE / revenue::DOUBLE END;
CREATE OR REPLACE MACRO mart.profit_per_head(profit, headcount) AS
  CASE WHEN headcount > 0 THEN profit::DOUBLE / headcount::DOUBLE END;
