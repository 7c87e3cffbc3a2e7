import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

export interface DegenerateOptions {
  readonly departments?: number;
  readonly years?: number;
  /** share of managers who take part in a department's year, 0 to 1 */
  readonly participation?: (department: number, year: number) => number;
  readonly revenue?: (department: number, year: number) => number | null;
  readonly profit?: (department: number, year: number) => number | null;
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
}

const first = 2011;
const managers = 20;

/** A study in which something that an estimate needs is lacking: departments and the organisation over a few years. */
export async function degenerateStudy({
  departments = 10,
  years = 8,
  participation = (department, year) => ((department * 3 + year * 2) % 10) / 10,
  revenue = (department, year) => 1000 + 37 * department + 11 * year + ((department * year * 7) % 13),
  profit = (department, year) => 50 + ((department * 5 + year * 3) % 17),
  ids = [],
  names = []
}: DegenerateOptions = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "longview-degenerate-"));
  const cells = Array.from({length: departments}, (_, d) =>
    Array.from({length: years}, (_year, y) => ({d, y, id: ids[d] ?? `D${String(d + 1).padStart(2, "0")}`}))
  ).flat();
  const csv = (header: string, rows: readonly (readonly (string | number | null)[])[]): string =>
    [header, ...rows.map((row) => row.map((cell) => cell ?? "").join(",")), ""].join("\n");
  const sum = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const ofYear = (y: number, of: (d: number, year: number) => number | null): number | null =>
    sum(Array.from({length: departments}, (_, d) => of(d, y)));
  await mkdir(folder, {recursive: true});
  const files = {
    departments: csv(
      "department_id,name,division",
      cells.filter(({y}) => y === 0).map(({d, id}) => [id, names[d] ?? `Unit ${id}`, d % 2 === 0 ? "A" : "B"])
    ),
    department_years: csv(
      "department_id,fiscal_year,headcount,managers,revenue,profit",
      cells.map(({d, y, id}) => [id, first + y, 100, managers, revenue(d, y), profit(d, y)])
    ),
    participation_years: csv(
      "department_id,fiscal_year,participants,eligible,hours",
      cells.map(({d, y, id}) => {
        const part = Math.round(managers * participation(d, y));
        return [id, first + y, part, managers, 10 * part];
      })
    ),
    organisation_years: csv(
      "fiscal_year,headcount,managers,revenue,profit",
      Array.from({length: years}, (_, y) => [
        first + y,
        100 * departments,
        managers * departments,
        ofYear(y, revenue),
        ofYear(y, profit)
      ])
    )
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), text);
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(describe(files, first + years - 1)));
  return folder;
}

const types: Readonly<Record<string, string>> = {department_id: "string", name: "string", division: "string"};
const optional = new Set(["revenue", "profit"]);

function describe(files: Readonly<Record<string, string>>, last: number): object {
  return {
    name: "degenerate",
    resources: Object.entries(files).map(([name, text]) => ({
      name,
      path: `${name}.csv`,
      schema: {
        fields: (text.split("\n")[0] ?? "").split(",").map((column) => ({
          name: column,
          type: types[column] ?? (optional.has(column) || column === "hours" ? "number" : "integer"),
          constraints: {required: !optional.has(column)}
        }))
      }
    })),
    study: {
      title: "Degenerate",
      organisation: "Nobody",
      summary: "A study for tests.",
      fiscalYearStart: "04-01",
      timeZone: "Asia/Tokyo",
      currency: {code: "JPY", label: "yen"},
      words: {
        unit: {one: "department", many: "departments"},
        person: {one: "manager", many: "managers"},
        programme: "coaching"
      },
      programmeYears: [first, last],
      assignment: "voluntary",
      plan: [
        {
          finding: "departments",
          dated: "2026-11-01",
          specification: "margin ~ participation | department_id + fiscal_year",
          term: "participation",
          worthwhile: 0.01
        },
        {
          finding: "organisation",
          dated: "2026-11-01",
          specification: "d(profit) ~ d(participation)",
          term: "participation",
          worthwhile: 0.5
        }
      ]
    }
  };
}
