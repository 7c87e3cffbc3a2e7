import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

export interface TinyStudy {
  readonly folder: string;
  /** where its warehouse goes */
  readonly cache: string;
}

const rows = Array.from({length: 4}, (_, d) =>
  Array.from({length: 4}, (_year, y) => `D${d + 1},${2011 + y},50,12,${100 + 7 * d + y},${10 + ((d * 3 + y * 5) % 7)}`)
).flat();

export const departmentYears = ["department_id,fiscal_year,headcount,managers,revenue,profit", ...rows, ""].join("\n");

export const departments = [
  "department_id,name,division",
  "D1,North,A",
  "D2,South,A",
  "D3,East,B",
  "D4,West,B",
  ""
].join("\n");

/** A study of two files in a folder of its own, either file as the test wants it. */
export async function tinyStudy({
  years = departmentYears,
  names = departments,
  mapping,
  resource = {},
  departments: first = {},
  more = {},
  study = {}
}: {
  years?: string | Uint8Array | null;
  names?: string;
  /** SQL that makes the departments */
  mapping?: string;
  /** properties of the resource; its path, where one is given, is the file's */
  resource?: {readonly path?: string; readonly [property: string]: unknown};
  /** properties of the departments' resource */
  departments?: object;
  /** other files by their path, and the resources and SQL that they make up */
  more?: {readonly files?: Readonly<Record<string, string | Uint8Array>>; readonly resources?: readonly object[]};
  study?: object;
} = {}): Promise<TinyStudy> {
  const folder = await mkdtemp(join(tmpdir(), "longview-study-"));
  await mkdir(join(folder, "sql"));
  await writeFile(join(folder, "departments.csv"), names);
  if (years !== null) await writeFile(join(folder, resource.path ?? "department_years.csv"), years);
  if (mapping !== undefined) await writeFile(join(folder, "sql/departments.sql"), mapping);
  for (const [path, content] of Object.entries(more.files ?? {})) await writeFile(join(folder, path), content);
  await writeFile(
    join(folder, "datapackage.json"),
    JSON.stringify(describe(resource, first, more.resources ?? [], study))
  );
  return {folder, cache: await mkdtemp(join(tmpdir(), "longview-cache-"))};
}

function describe(resource: object, first: object, more: readonly object[], study: object): object {
  const text = (name: string): object => ({name, type: "string", constraints: {required: true}});
  const number = (name: string, minimum?: number, maximum?: number): object => ({
    name,
    type: name === "revenue" || name === "profit" ? "number" : "integer",
    constraints: {required: true, minimum, maximum}
  });
  return {
    name: "tiny",
    resources: [
      {
        name: "departments",
        path: "departments.csv",
        schema: {fields: ["department_id", "name", "division"].map(text), primaryKey: "department_id"},
        ...first
      },
      {
        name: "department_years",
        path: "department_years.csv",
        schema: {
          fields: [
            text("department_id"),
            number("fiscal_year", 2000, 2030),
            number("headcount", 0),
            number("managers", 0),
            number("revenue"),
            number("profit")
          ],
          primaryKey: ["department_id", "fiscal_year"],
          foreignKeys: [{fields: "department_id", reference: {resource: "departments", fields: "department_id"}}]
        },
        ...resource
      },
      ...more
    ],
    study: {
      title: "Tiny",
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
      programmeYears: [2011, 2014],
      assignment: "voluntary",
      ...study
    }
  };
}
