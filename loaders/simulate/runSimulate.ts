import {mkdir, writeFile} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {describeSimulation, describeTruth} from "./describeSimulation.js";
import type {Parameters} from "./parameters.js";
import {nullParameters, parameters as truth} from "./parameters.js";
import type {SimulatedRow} from "./simulate.js";
import {simulate} from "./simulate.js";

/** The seed of the committed study. */
export const committedSeed = 1;

/** `simulate`: writes a whole study folder. */
export async function runSimulate(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      out: {type: "string"},
      seed: {type: "string", default: String(committedSeed)},
      null: {type: "string"},
      set: {type: "string", multiple: true, default: []}
    }
  });
  if (values.out === undefined) throw new RangeError("simulate needs --out DIR");
  await writeSimulation(values.out, Number(values.seed), chooseParameters(values.null, values.set));
  process.stdout.write(`${values.out}: a simulated study, seed ${values.seed}\n`);
  return 0;
}

export async function writeSimulation(out: string, seed: number, parameters: Parameters = truth): Promise<void> {
  const tables = simulate(seed, parameters);
  await mkdir(join(out, "sql"), {recursive: true});
  for (const [name, rows] of Object.entries(tables)) await writeFile(join(out, `${name}.csv`), toCsv(rows));
  const described = describeSimulation(tables, parameters, basename(resolve(out)));
  await writeFile(join(out, "datapackage.json"), `${JSON.stringify(described, null, 2)}\n`);
  await writeFile(join(out, "README.md"), describeTruth(seed, parameters));
  await writeFile(join(out, "sql/survey_responses.sql"), mapping);
}

const mapping = `-- grain       one row a respondent's response to an item in a fiscal year
-- inputs      survey
-- parameters  none
-- units       points of the item's scale
SELECT fiscal_year, respondent_id, item_id, department_id, response, respondent_group
FROM survey
UNPIVOT (response FOR item_id IN (COLUMNS('_[123]$')))
ORDER BY fiscal_year, respondent_id, item_id
`;

function chooseParameters(kind: string | undefined, changes: readonly string[]): Parameters {
  if (kind !== undefined && kind !== "pure" && kind !== "selection")
    throw new RangeError(`invalid null; pure or selection: ${kind}`);
  const chosen: Record<string, number> = {...(kind === undefined ? truth : nullParameters(kind))};
  for (const change of changes) {
    const [name = "", text = ""] = change.split("=");
    const value = Number(text);
    if (!Object.hasOwn(truth, name))
      throw new RangeError(`no such parameter: ${name}; see loaders/simulate/parameters.ts`);
    if (text === "" || !Number.isFinite(value)) throw new RangeError(`invalid ${name}; not a number: ${text}`);
    chosen[name] = value;
  }
  return chosen as Parameters;
}

function toCsv(rows: readonly SimulatedRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | boolean | null | undefined): string => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return (
    [columns.join(","), ...rows.map((row) => columns.map((column) => cell(row[column])).join(","))].join("\n") + "\n"
  );
}
