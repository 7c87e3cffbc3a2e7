import {type Extract, field, required} from "./extract.js";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const courses: Extract = {
  name: "lms_sessions",
  path: "lms/sessions.csv",
  title: "Learning system: sessions held",
  encoding: "utf-8",
  delimiter: ",",
  header: [["Session", "Cohort", "Course Code", "Week", "Held On", "Duration"]],
  fields: [
    field("Session"),
    field("Cohort"),
    field("Course Code"),
    field("Week", "integer"),
    field("Held On", "date", {format: "%d-%b-%Y", ...required}),
    field("Duration", "string", {constraints: {required: true, pattern: "\\d+ min"}})
  ],
  primaryKey: ["Session"],
  missingValues: [""],
  *rows({sessions = []}) {
    for (const {session_id: id, group_id: group, module_id: module, position, held_on: held, minutes} of sessions) {
      const [year = "", month = "", day = ""] = String(held).split("-");
      yield [id, group, module, position, `${day}-${months[Number(month) - 1]}-${year}`, `${String(minutes)} min`];
    }
  }
};

export const completions: Extract = {
  name: "lms_completions",
  path: "lms/completions.csv",
  title: "Learning system: registrations and completions",
  encoding: "utf-8",
  delimiter: ",",
  header: [["Learner", "Session", "Status", "Recorded At"]],
  fields: [
    field("Learner"),
    field("Session"),
    field("Status", "string", {constraints: {required: true, enum: ["Completed", "No show"]}}),
    field("Recorded At", "string", {constraints: {required: true, pattern: "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}"}})
  ],
  primaryKey: ["Learner", "Session", "Status", "Recorded At"],
  missingValues: [""],
  *rows({sessions = [], attendance = []}, {recordedTwice, exportedTwice}, source) {
    const present = new Map<unknown, Set<string>>();
    const members = new Map<unknown, Set<string>>();
    const groupOf = new Map(sessions.map((row) => [row.session_id, row.group_id]));
    for (const {session_id: session = null, manager_id: manager} of attendance) {
      const group = groupOf.get(session);
      present.set(session, (present.get(session) ?? new Set()).add(String(manager)));
      members.set(group, (members.get(group) ?? new Set()).add(String(manager)));
    }
    const clock = (): string => `${16 + source.below(4)}:${String(source.below(60)).padStart(2, "0")}`;
    for (const {session_id: session, group_id: group, held_on: held} of sessions) {
      for (const learner of members.get(group) ?? []) {
        const status = present.get(session)?.has(learner) ? "Completed" : "No show";
        const row = [learner, String(session), status, `${String(held)} ${clock()}`];
        yield row;
        if (source.uniform() < exportedTwice) yield row;
        if (status === "Completed" && source.uniform() < recordedTwice) {
          yield [learner, String(session), status, `${String(held)} 2${source.below(4)}:${10 + source.below(50)}`];
        }
      }
    }
  }
};
