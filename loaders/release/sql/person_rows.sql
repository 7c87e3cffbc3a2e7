-- grain       one row a person, source, fiscal year and cell: what a statistic of that source reads of the person
-- inputs      mart.eligible_managers, mart.attended_years, canonical.session_ratings, canonical.sessions,
--             canonical.performance_ratings, canonical.survey_responses, canonical.survey_items,
--             canonical.rating_scales
-- parameters  none
-- units       content: the raw fields as text; person: null where a source has no stable keys; placed: the same with answers and
--             ratings as places on their scale, from 0 at the worst end to 1, null where ratings of the year are on several
-- A list is sorted once it is whole: an ordered aggregate keeps a sort for each group, 19 GB at 16 times the default study.
WITH rated AS (
  SELECT
    'ratings' AS source, fiscal_year(sessions.held_on)::INTEGER AS fiscal_year, sessions.module_id AS cell,
    ratings.manager_id AS person, ratings.session_id AS place, ratings.scale_id, ratings.rating, '' AS beside
  FROM canonical.session_ratings AS ratings
  JOIN canonical.sessions AS sessions USING (session_id)
  UNION ALL
  SELECT
    'appraisals', fiscal_year::INTEGER, '', manager_id, '', scale_id, rating, coalesce(grade_changed::VARCHAR, '')
  FROM canonical.performance_ratings
),
alone AS (
  SELECT source, fiscal_year, count(DISTINCT scale_id) = 1 AS one_scale
  FROM rated
  GROUP BY source, fiscal_year
),
placed AS (
  SELECT
    rated.source, rated.fiscal_year, rated.cell, rated.person,
    list({
      place: rated.place,
      said: concat_ws(
        ' ',
        round(CASE WHEN scales.higher_is_better THEN rated.rating - scales.minimum ELSE scales.maximum - rated.rating END
          / (scales.maximum - scales.minimum), 6),
        rated.beside
      )
    }) AS said
  FROM rated
  JOIN alone ON alone.source = rated.source AND alone.fiscal_year = rated.fiscal_year AND alone.one_scale
  JOIN canonical.rating_scales AS scales USING (scale_id)
  GROUP BY rated.source, rated.fiscal_year, rated.cell, rated.person
),
activity AS (
  SELECT
    eligible.fiscal_year,
    eligible.department_id AS cell,
    eligible.manager_id AS person,
    coalesce(sum(attended.sessions), 0)::VARCHAR AS content
  FROM mart.eligible_managers AS eligible
  LEFT JOIN mart.attended_years AS attended USING (manager_id, fiscal_year)
  GROUP BY eligible.fiscal_year, eligible.department_id, eligible.manager_id
),
ratings AS (
  SELECT
    fiscal_year(sessions.held_on) AS fiscal_year,
    sessions.module_id AS cell,
    ratings.manager_id AS person,
    array_to_string(
      list_transform(
        list_sort(list({place: ratings.session_id, said: concat_ws(' ', ratings.scale_id, ratings.rating)})),
        lambda one: one.said
      ),
      ','
    ) AS content
  FROM canonical.session_ratings AS ratings
  JOIN canonical.sessions AS sessions USING (session_id)
  GROUP BY fiscal_year(sessions.held_on), sessions.module_id, ratings.manager_id
),
appraisals AS (
  SELECT fiscal_year, '' AS cell, manager_id AS person, concat_ws(' ', scale_id, rating, grade_changed) AS content
  FROM canonical.performance_ratings
),
survey AS (
  SELECT
    fiscal_year,
    department_id AS cell,
    NULL AS person,
    array_to_string(
      list_transform(list_sort(list({place: item_id, said: concat_ws(' ', item_id, response)})), lambda one: one.said),
      ','
    ) AS content,
    array_to_string(
      list_transform(
        list_sort(
          list({
            place: item_id,
            said: concat_ws(
              ' ',
              item_id,
              round(CASE WHEN items.reversed THEN items.maximum - response ELSE response - items.minimum END
                / (items.maximum - items.minimum), 6)
            )
          })
        ),
        lambda one: one.said
      ),
      ','
    ) AS placed
  FROM canonical.survey_responses
  LEFT JOIN canonical.survey_items AS items USING (item_id)
  GROUP BY fiscal_year, department_id, respondent_id, respondent_group
),
contents AS (
  SELECT 'activity' AS source, fiscal_year::INTEGER AS fiscal_year, cell, person, content, NULL AS placed FROM activity
  UNION ALL SELECT 'ratings', fiscal_year::INTEGER, cell, person, content, NULL FROM ratings
  UNION ALL SELECT 'appraisals', fiscal_year::INTEGER, cell, person, content, NULL FROM appraisals
  UNION ALL SELECT 'survey', fiscal_year::INTEGER, cell, person, content, placed FROM survey
)
SELECT
  contents.source,
  contents.fiscal_year AS period,
  contents.cell,
  contents.person,
  contents.content,
  coalesce(contents.placed, array_to_string(list_transform(list_sort(placed.said), lambda one: one.said), ',')) AS placed
FROM contents
LEFT JOIN placed USING (source, fiscal_year, cell, person)
ORDER BY ALL;
