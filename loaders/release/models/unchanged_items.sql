-- grain       one row a survey measure of which some items were not asked in all its years, release unit and fiscal year
-- inputs      canonical.survey_responses, canonical.survey_items
-- parameters  $shown: department_id, its release unit_id, fiscal_year and measure of every mean that is shown, as JSON;
--             $measures: names, as JSON; all without any
-- units       mean: points of the items' scale, over the items asked in every year; respondents: people; changed, kept: items;
--             since: first fiscal year of the item asked last
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
  SELECT DISTINCT items.measure, responses.item_id, responses.fiscal_year
  FROM canonical.survey_responses AS responses
  JOIN sought AS items USING (item_id)
),
spans AS (
  SELECT measure, count(DISTINCT fiscal_year) AS years FROM asked GROUP BY measure
),
item_spans AS (
  SELECT asked.measure, asked.item_id, count(*) = any_value(spans.years) AS whole, min(asked.fiscal_year) AS since
  FROM asked
  JOIN spans USING (measure)
  GROUP BY asked.measure, asked.item_id
),
changed AS (
  SELECT measure, count(*) FILTER (NOT whole) AS changed, count(*) FILTER (whole) AS kept, max(since) AS since
  FROM item_spans
  GROUP BY measure
  HAVING count(*) FILTER (NOT whole) > 0 AND count(*) FILTER (whole) > 0
),
scores AS (
  SELECT
    items.measure,
    responses.fiscal_year,
    responses.department_id,
    responses.respondent_id,
    avg(CASE WHEN items.reversed THEN items.minimum + items.maximum - responses.response ELSE responses.response END) AS score
  FROM canonical.survey_responses AS responses
  JOIN sought AS items USING (item_id)
  JOIN changed ON changed.measure = items.measure
  JOIN item_spans ON item_spans.measure = items.measure AND item_spans.item_id = responses.item_id AND item_spans.whole
  GROUP BY items.measure, responses.fiscal_year, responses.department_id, responses.respondent_id
)
SELECT
  scores.measure,
  shown.unit_id AS department_id,
  scores.fiscal_year::INTEGER AS fiscal_year,
  count(*)::INTEGER AS respondents,
  avg(scores.score) AS mean,
  any_value(changed.changed)::INTEGER AS changed,
  any_value(changed.kept)::INTEGER AS kept,
  any_value(changed.since)::INTEGER AS since
FROM scores
JOIN shown
  ON shown.department_id = scores.department_id
  AND shown.fiscal_year = scores.fiscal_year
  AND shown.measure = scores.measure
JOIN changed ON changed.measure = scores.measure
GROUP BY scores.measure, shown.unit_id, scores.fiscal_year
ORDER BY scores.measure, shown.unit_id, scores.fiscal_year;
