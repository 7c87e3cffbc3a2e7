/**
 * Moodle, "Activity completion" as CSV: a row a learner, and for each activity a state and the moment of completion. Names
 * and addresses are not read.
 *
 * Source     docs.moodle.org: Activity completion report
 */
import {identifier, literal} from "../../../study/quote.js";
import {headerLine} from "../headerLine.js";
import type {Preset} from "../preset.js";

const moment = / - completion date$/i;

export const moodle: Preset = {
  name: "Moodle completions",
  recognise({rows}) {
    const [names = []] = rows;
    const learner = names.find((name) => /^id number$/i.test(name));
    const activities = names.filter((name) =>
      names.some((other) => moment.test(other) && other.replace(moment, "") === name)
    );
    if (!learner || activities.length === 0) return undefined;
    const moments = activities.map(
      (name) => names.find((other) => moment.test(other) && other.replace(moment, "") === name) ?? ""
    );
    return {
      kind: "completions of Moodle",
      headerRows: [1],
      columns: [learner, ...activities, ...moments],
      texts: [learner, ...activities],
      primaryKey: [learner],
      adjust: (field) => {
        const {constraints: _, ...rest} = field;
        return activities.includes(field.name) || moments.includes(field.name) ? rest : field;
      },
      sql: (resource) => completionsSql(resource, learner, activities, moments)
    };
  }
};

function completionsSql(
  resource: string,
  learner: string,
  activities: readonly string[],
  moments: readonly string[]
): Record<string, string> {
  const from = identifier(resource);
  const done = activities.map((name, i) => {
    const day = identifier(moments[i] ?? "");
    return {name, day, when: `starts_with(${identifier(name)}, 'Completed') AND ${day} IS NOT NULL`};
  });
  const first = done.map(({name, day, when}) => `WHEN ${when} THEN ${literal(name)} || ' ' || ${day}::DATE`).join(" ");
  const none = `NOT coalesce(${done.map(({when}) => when).join(" OR ")}, false)`;
  const head = (grain: string, rows: readonly string[] = []): string =>
    [
      `-- grain       ${grain}`,
      `-- inputs      ${resource}`,
      "-- parameters  none",
      "-- units       none",
      ...rows
    ].join("\n");
  const rows = (key: string): string[] => [
    ...headerLine("leaves out", resource, none),
    ...headerLine("rows", resource, `session_id = CASE ${first} END${key}`)
  ];
  const each = done.map(
    ({name, day, when}, i) =>
      `  SELECT ${literal(name)} AS activity, ${i + 1} AS position, ${identifier(learner)} AS learner, ${day}::DATE AS day
  FROM ${from}
  WHERE ${when}`
  );
  const completed = `WITH completed AS (\n${each.join("\n  UNION ALL\n")}\n)`;
  const attendance = `${head("one row an activity that a learner completed", rows(`, manager_id = raw.${identifier(learner)}`))}
${completed}
SELECT activity || ' ' || day AS session_id, learner AS manager_id
FROM completed
ORDER BY session_id, manager_id
`;
  const sessions = `${head("one row an activity and a day on which it was completed", rows(""))}
-- FINISH: say how long each takes, in minutes, and which activity belongs to which module
${completed}
SELECT DISTINCT
  activity || ' ' || day AS session_id,
  'course' AS group_id,
  activity AS module_id,
  position,
  day AS held_on,
  60 AS minutes
FROM completed
ORDER BY held_on, position
`;
  const modules = `${head("one row an activity")}
-- FINISH: name what each trains: reflective, analytical, worldly, collaborative or action
SELECT * FROM (VALUES
${activities.map((name) => `  (${literal(name)}, ${literal(name)}, 'action')`).join(",\n")}
) AS modules (module_id, title, mindset)
`;
  return {attendance, sessions, modules};
}
