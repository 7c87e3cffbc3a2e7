-- grain       one row a release unit, fiscal year and measure that has a value
-- inputs      mart.department_measures, canonical.departments, canonical.department_years, mart.participation
-- parameters  $units: department_id, unit_id and name of every department's release unit, as JSON
--             $heads: step to which headcounts are published; profit per head is of the published one, since the exact one
--             and profit together would tell it
-- units       as the measure declares; eligible: managers at the year's start. Figures of the business are sums over the
--             unit's departments, null where one of them lacks it; shares of managers are weighted by eligible managers,
--             ratios are ratios of sums, the study's own measures are weighted by headcount, or plain
--             means where a department's is not known
WITH units AS (
  SELECT unnest(
    from_json($units::JSON, '[{"department_id": "VARCHAR", "unit_id": "VARCHAR", "name": "VARCHAR"}]'),
    recursive := true
  )
),
counted AS (
  SELECT units.unit_id, participation.fiscal_year, sum(participation.eligible)::INTEGER AS eligible
  FROM mart.participation AS participation
  JOIN units USING (department_id)
  GROUP BY units.unit_id, participation.fiscal_year
),
present AS (
  SELECT units.unit_id, years.fiscal_year, count(*) AS departments
  FROM canonical.department_years AS years
  JOIN units USING (department_id)
  GROUP BY units.unit_id, years.fiscal_year
),
brought AS (
  SELECT
    units.unit_id,
    any_value(units.name) AS name,
    any_value(departments.division) AS division,
    measures.fiscal_year,
    measures.measure,
    CASE
      WHEN measures.measure IN ('participation', 'stock', 'dose') THEN
        CASE
          WHEN count(*) = 1 THEN any_value(measures."value")
          ELSE sum(measures."value" * participation.eligible) / sum(participation.eligible)
        END
      WHEN count(*) < any_value(present.departments) THEN NULL
      WHEN measures.measure = 'profit_per_head' THEN
        mart.profit_per_head(sum(years.profit), round(sum(years.headcount) / $heads::DOUBLE + 1e-9) * $heads::DOUBLE)
      WHEN count(*) = 1 THEN any_value(measures."value")
      WHEN measures.measure IN ('headcount', 'managers', 'revenue', 'profit') THEN sum(measures."value")
      WHEN measures.measure = 'margin' THEN mart.margin(sum(years.profit), sum(years.revenue))
      WHEN count(years.headcount) = count(*) THEN sum(measures."value" * years.headcount) / sum(years.headcount)
      ELSE avg(measures."value")
    END AS "value"
  FROM mart.department_measures AS measures
  JOIN units USING (department_id)
  JOIN canonical.departments AS departments USING (department_id)
  LEFT JOIN canonical.department_years AS years USING (department_id, fiscal_year)
  LEFT JOIN mart.participation AS participation USING (department_id, fiscal_year)
  LEFT JOIN present ON present.unit_id = units.unit_id AND present.fiscal_year = measures.fiscal_year
  WHERE measures.fiscal_year BETWEEN (SELECT min(fiscal_year) FROM canonical.department_years)
    AND (SELECT max(fiscal_year) FROM canonical.department_years)
  GROUP BY units.unit_id, measures.fiscal_year, measures.measure
)
SELECT
  brought.unit_id AS department_id,
  brought.name,
  brought.division,
  brought.fiscal_year,
  counted.eligible,
  brought.measure,
  brought."value"
FROM brought
LEFT JOIN counted USING (unit_id, fiscal_year)
WHERE brought."value" IS NOT NULL
ORDER BY brought.division, brought.name, brought.unit_id, brought.fiscal_year, brought.measure;
