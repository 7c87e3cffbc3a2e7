/**
 * Moodle, "Activity completion" as CSV: a row a learner, and for each activity a state and the moment of completion. Names
 * and addresses are not read.
 *
 * Source     docs.moodle.org: Activity completion report
 */
import {identifier, literal} from "../../../study/quote.js";
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
  const head = (grain: string): string =>
    [`-- grain       ${grain}`, `-- inputs      ${resource}`, "-- parameters  none", "-- units       none"].join("\n");
  const attendance = `${head("one row a learner who completed an activity")}
SELECT activity AS session_id, ${identifier(learner)} AS manager_id
FROM ${from}
UNPIVOT (state FOR activity IN (${activities.map(identifier).join(", ")}))
WHERE starts_with(state, 'Completed')
ORDER BY session_id, manager_id
`;
  const each = activities.map(
    (
      name,
      i
    ) => `SELECT ${literal(name)} AS session_id, 'course' AS group_id, ${literal(name)} AS module_id, ${i + 1} AS position,
  min(${identifier(moments[i] ?? "")}::DATE) AS held_on, 60 AS minutes
FROM ${from}`
  );
  const sessions = `${head("one row an activity, dated by its first completion")}
-- FINISH: say how long each takes, in minutes, and which activity belongs to which module
${each.join("\nUNION ALL\n")}
ORDER BY position
`;
  const modules = `${head("one row an activity")}
-- FINISH: name what each trains: reflective, analytical, worldly, collaborative or action
SELECT * FROM (VALUES
${activities.map((name) => `  (${literal(name)}, ${literal(name)}, 'action')`).join(",\n")}
) AS modules (module_id, title, mindset)
`;
  return {attendance, sessions, modules};
}
