-- grain       one row a survey measure, set of items asked together, release unit, fiscal year and pattern of answers;
--             respondents who passed an item over, and those whose unit's mean is withheld, are left out
-- inputs      canonical.survey_responses, canonical.survey_items
-- parameters  $shown: department_id, its release unit_id, fiscal_year and measure of every mean that is shown, as JSON;
--             $measures: names, as JSON; all without any
-- units       items: ids as a JSON list; answers: points of the items' scale in the items' order, reversed items turned, a space between; persons: count
WITH shown AS (
  SELECT unnest(
    from_json(
      $shown::JSON,
      '[{"department_id": "VARCHAR", "unit_id": "VARCHAR", "fiscal_year": "BIGINT", "measure": "VARCHAR"}]'
    ),
    recursive := true
  )
),
wanted AS (
  SELECT unnest(from_json($measures::JSON, '["VARCHAR"]')) AS measure
),
sought AS (
  SELECT item_id, measure, minimum, maximum, reversed
  FROM canonical.survey_items
  WHERE measure IN (SELECT measure FROM wanted) OR NOT EXISTS (SELECT measure FROM wanted)
),
asked AS (
  SELECT DISTINCT items.measure, responses.fiscal_year, responses.item_id
  FROM canonical.survey_responses AS responses
  JOIN sought AS items USING (item_id)
),
forms AS (
  SELECT measure, fiscal_year, list(item_id ORDER BY item_id) AS items
  FROM asked
  GROUP BY measure, fiscal_year
),
answered AS (
  SELECT
    items.measure,
    responses.fiscal_year,
    responses.department_id,
    list_sort(
      list(
        {
          'item_id': responses.item_id,
          'answer': CASE
            WHEN items.reversed THEN items.minimum + items.maximum - responses.response
            ELSE responses.response
          END
        }
      )
    ) AS answers
  FROM canonical.survey_responses AS responses
  JOIN sought AS items USING (item_id)
  GROUP BY items.measure, responses.fiscal_year, responses.department_id, responses.respondent_id
),
scales AS (
  SELECT measure, min(minimum)::DOUBLE AS minimum, max(maximum)::DOUBLE AS maximum
  FROM sought
  GROUP BY measure
),
patterns AS (
  SELECT
    answered.measure,
    forms.items,
    shown.unit_id,
    answered.fiscal_year,
    list_transform(answered.answers, each -> each.answer) AS answers,
    count(*) AS persons
  FROM answered
  JOIN forms ON forms.measure = answered.measure AND forms.fiscal_year = answered.fiscal_year
  JOIN shown
    ON shown.department_id = answered.department_id
    AND shown.fiscal_year = answered.fiscal_year
    AND shown.measure = answered.measure
  WHERE list_transform(answered.answers, each -> each.item_id) = forms.items
  GROUP BY ALL
)
SELECT
  patterns.measure,
  to_json(patterns.items)::VARCHAR AS items,
  patterns.unit_id AS department_id,
  patterns.fiscal_year::INTEGER AS fiscal_year,
  array_to_string(patterns.answers, ' ') AS answers,
  patterns.persons::INTEGER AS persons,
  scales.minimum,
  scales.maximum
FROM patterns
JOIN scales USING (measure)
ORDER BY patterns.measure, patterns.fiscal_year, patterns.unit_id, patterns.answers;
