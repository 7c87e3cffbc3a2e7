-- grain       one row a release unit, fiscal year and survey measure
-- inputs      mart.survey_measures, canonical.departments, canonical.survey_items
-- parameters  $units: department_id, unit_id and name of every department's release unit, as JSON
-- units       mean: points of the items' scale, over the unit's respondents; respondents, invited: people; parts:
--             respondents by department, as JSON
WITH units AS (
  SELECT unnest(
    from_json($units::JSON, '[{"department_id": "VARCHAR", "unit_id": "VARCHAR", "name": "VARCHAR"}]'),
    recursive := true
  )
),
scales AS (
  SELECT measure, min(minimum)::DOUBLE AS minimum, max(maximum)::DOUBLE AS maximum
  FROM canonical.survey_items
  GROUP BY measure
),
brought AS (
  SELECT
    units.unit_id,
    any_value(units.name) AS name,
    any_value(departments.division) AS division,
    measures.fiscal_year,
    measures.measure,
    any_value(measures.negative_control) AS negative_control,
    sum(measures.respondents)::INTEGER AS respondents,
    CASE WHEN count(measures.invited) = count(*) THEN sum(measures.invited)::INTEGER END AS invited,
    CASE
      WHEN count(*) = 1 THEN any_value(measures.mean)
      ELSE sum(measures.mean * measures.respondents) / sum(measures.respondents)
    END AS mean,
    to_json(
      map(
        list(measures.department_id ORDER BY measures.department_id),
        list(measures.respondents ORDER BY measures.department_id)
      )
    ) AS parts
  FROM mart.survey_measures AS measures
  JOIN units USING (department_id)
  JOIN canonical.departments AS departments USING (department_id)
  GROUP BY units.unit_id, measures.fiscal_year, measures.measure
)
SELECT
  brought.unit_id AS department_id,
  brought.name,
  brought.division,
  brought.fiscal_year,
  brought.measure,
  brought.negative_control,
  brought.respondents,
  brought.invited,
  brought.mean,
  scales.minimum,
  scales.maximum,
  brought.parts
FROM brought
JOIN scales USING (measure)
ORDER BY brought.measure, brought.division, brought.name, brought.unit_id, brought.fiscal_year;
