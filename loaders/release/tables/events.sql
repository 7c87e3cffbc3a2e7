-- grain       one row a dated event
-- inputs      canonical.events
-- parameters  none
-- units       none
SELECT occurred_on::VARCHAR AS occurred_on, fiscal_year(occurred_on)::INTEGER AS fiscal_year, label, kind
FROM canonical.events
ORDER BY occurred_on, label;
