/** What may become of a study's rows of persons once a period is closed, each by its name in the table of results. */
import type {Source} from "../../../loaders/disclosure/publishedRecord.js";
import type {Lines} from "./rawFiles.js";

export interface Place {
  /** the last year that the first release closed */
  readonly closed: number;
}

export interface RawChange {
  readonly name: string;
  readonly make: (lines: Lines, place: Place) => Lines;
  /** of which sources a closed year then differs in one to nine persons, so that nothing that spans years may move */
  readonly few?: readonly Source[];
}

const headers: Readonly<Record<string, number>> = {"survey/answers.csv": 3, "hr/jinji-ido.csv": 2};
const headerOf = (file: string): number => headers[file] ?? 1;
const answers = "survey/answers.csv";
const ratings = "session_ratings.csv";
const keyed = ["session_ratings.csv", "lms/completions.csv", "hr/jinji-koka.csv", "hr/jinji-ido.csv"];

/** Rows of a file, without its header, each as it becomes; null leaves it out. */
function map(lines: Lines, file: string, become: (row: string, i: number) => string | null): Lines {
  const [header, rows] = split(lines, file);
  return {...lines, [file]: [...header, ...rows.map(become).filter((row) => row !== null)]};
}

function split(lines: Lines, file: string): readonly [header: readonly string[], rows: readonly string[]] {
  const all = lines[file] ?? [];
  return [all.slice(0, headerOf(file)), all.slice(headerOf(file))];
}

const everyFile = (lines: Lines, files: readonly string[], change: (lines: Lines, file: string) => Lines): Lines =>
  files.reduce((so, file) => change(so, file), lines);

/** One of the first year's participants, who is in participation, ratings and appraisals. */
const somebody = (lines: Lines): string => split(lines, ratings)[1][0]?.split(",")[1] ?? "";

/** Turns the answers of the first so many of a department in the closed year. */
function turnAnswers(
  lines: Lines,
  {closed}: Place,
  asked: readonly (readonly [department: number, n: number])[]
): Lines {
  const seen = new Map<string, number>();
  const counted = new Map<string, number>();
  for (const row of split(lines, answers)[1].filter((one) => one.startsWith(`${closed},`)))
    counted.set(row.split(",")[2] ?? "", (counted.get(row.split(",")[2] ?? "") ?? 0) + 1);
  // the largest first, so that there are as many as are asked for
  const departments = [...counted].toSorted((a, b) => b[1] - a[1]).map(([department]) => department);
  const wanted = new Map(asked.map(([department, n]) => [departments[department] ?? "", n]));
  return map(lines, answers, (row) => {
    const [year, , department = ""] = row.split(",");
    const n = seen.get(department) ?? 0;
    if (year !== String(closed) || n >= (wanted.get(department) ?? 0)) return row;
    seen.set(department, n + 1);
    return row.replaceAll(/,([1-5])(?=,|$)/g, (_, answer: string) => `,${6 - Number(answer)}`);
  });
}

/** Ratings of so many who came and gave none. */
function lateRatings(lines: Lines, n: number): Lines {
  const rated = new Set(split(lines, ratings)[1].map((row) => row.split(",").slice(0, 2).join(",")));
  const persons = new Set<string>();
  const late = split(lines, "lms/completions.csv")[1].flatMap((row) => {
    const [person = "", session = "", status] = row.split(",");
    if (status !== "Completed" || rated.has(`${session},${person}`) || persons.has(person) || persons.size >= n)
      return [];
    persons.add(person);
    return [`${session},${person},1,session`];
  });
  return {...lines, [ratings]: [...(lines[ratings] ?? []), ...late]};
}

const renamed = (lines: Lines): Lines =>
  everyFile(lines, keyed, (so, file) => map(so, file, (row) => row.replaceAll(/\bM(\d{4,})\b/g, "N$1")));

function rescaled(lines: Lines): Lines {
  const doubled = map(lines, ratings, (row) => {
    const [session, person, rating, scale] = row.split(",");
    return [session, person, Number(rating) * 2, scale].join(",");
  });
  return map(doubled, "rating_scales.csv", (row) => row.replace("session,1,5", "session,2,10"));
}

/** Ratings in order: letters where they are relative, points where they are absolute. */
const steps = [..."DCBAS", "", ..."1234567"];

export const rawChanges: readonly RawChange[] = [
  {name: "nothing else", make: (lines) => lines},
  {name: "a late batch of 3", make: (lines) => lateRatings(lines, 3), few: ["ratings"]},
  {name: "a late batch of 30", make: (lines) => lateRatings(lines, 30)},
  {
    name: "one erased from every file",
    few: ["activity", "ratings", "appraisals"],
    make: (lines) => {
      const one = somebody(lines);
      return everyFile(lines, keyed, (so, file) => map(so, file, (row) => (row.split(",").includes(one) ? null : row)));
    }
  },
  {name: "one answer corrected", make: (lines, place) => turnAnswers(lines, place, [[0, 1]]), few: ["survey"]},
  {
    name: "twelve corrected in one unit, one in another",
    make: (lines, place) =>
      turnAnswers(lines, place, [
        [0, 12],
        [1, 1]
      ]),
    few: ["survey"]
  },
  {
    name: "a year of answers lost",
    make: (lines, {closed}) => map(lines, answers, (row) => (row.startsWith(`${closed},`) ? null : row))
  },
  {
    name: "that year restored, less one",
    few: ["survey"],
    make: (lines, {closed}) => {
      const one = split(lines, answers)[1].find((row) => row.startsWith(`${closed},`));
      return map(lines, answers, (row) => (row === one ? null : row));
    }
  },
  {name: "keys renumbered", make: renamed},
  {
    name: "rows in another order",
    make: (lines) =>
      everyFile(lines, keyed, (so, file) => {
        const [header, rows] = split(so, file);
        return {...so, [file]: [...header, ...rows.toReversed()]};
      })
  },
  {name: "session ratings put on twice the scale", make: rescaled},
  {
    name: "one person's appraisal raised",
    few: ["appraisals"],
    make: (lines, {closed}) => {
      let done = false;
      return map(lines, "hr/jinji-koka.csv", (row) => {
        const cells = row.split(",");
        const next = steps[steps.indexOf(cells[3] ?? "") + 1] || undefined;
        if (done || !cells[1]?.startsWith(String(closed)) || next === undefined) return row;
        done = true;
        return cells.with(3, next).join(",");
      });
    }
  }
];
