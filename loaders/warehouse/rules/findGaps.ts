/**
 * Rows that a raw file lacks, by its own pattern: where nearly every unit and year has twelve months, one with eleven is told,
 * as a year's sum would be of eleven. Known of files with a primary key of two parts or more, for each of its parts; of a file
 * the part is told that has the fewest gaps. A unit need not be there before it opens and after it closes.
 */
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Resource} from "../../study/rawResource.js";
import type {Study} from "../../study/readStudy.js";
import {describeViolation, type Violation} from "../../study/violation.js";
import {writtenIn} from "./writtenIn.js";

const sql = (name: string): URL => new URL(`./sql/${name}.sql`, import.meta.url);

/** from quarters to weeks */
const most = 53;
/** share of combinations that are whole, for a pattern to be one */
const usual = 0.9;

export async function findGaps(connection: DuckDBConnection, study: Study): Promise<void> {
  await connection.run(readFileSync(sql("keep_spans"), "utf8"));
  for (const resource of study.resources) {
    const key = [resource.schema.primaryKey ?? []].flat();
    if (key.length < 2) continue;
    const named = await namedIn(connection, resource, key);
    const gaps = [];
    for (const part of key) {
      const others = key.filter((column) => column !== part);
      const gap = await gapIn(connection, study, resource, {part, others, ...named});
      if (gap !== null) gaps.push(gap);
    }
    const [least] = gaps.toSorted((a, b) => a.short - b.short || a.combinations - b.combinations);
    if (!least) continue;
    const message = describeViolation(least.said);
    await connection.run(readFileSync(sql("record_gap"), "utf8"), {resource: resource.name, message});
  }
}

interface Named {
  /** parts of the key that name units and years, where there are such */
  readonly unit: string | undefined;
  readonly year: string | undefined;
}

async function namedIn(connection: DuckDBConnection, {name}: Resource, key: readonly string[]): Promise<Named> {
  const written = writtenIn(name, key);
  const read = await connection.runAndReadAll(fillTemplate(sql("name_key_parts"), {written}));
  const found = read.getRowObjectsJS() as unknown as {place: number; units: boolean; years: boolean}[];
  const part = (is: "units" | "years"): string | undefined =>
    key.find((_, i) => found.find(({place}) => place === i)?.[is]);
  return {unit: part("units"), year: part("years")};
}

interface Counted {
  readonly parts: number;
  readonly combinations: number;
  readonly short: number;
  readonly first_row: number | null;
}

interface Gap {
  readonly short: number;
  readonly combinations: number;
  readonly said: Violation;
}

async function gapIn(
  connection: DuckDBConnection,
  {rules}: Study,
  {name, path}: Resource,
  {part, others, unit, year}: {readonly part: string; readonly others: readonly string[]} & Named
): Promise<Gap | null> {
  const read = await connection.runAndReadAll(
    fillTemplate(sql("count_gaps"), {
      resource: identifier(name),
      part: identifier(part),
      others: others.map(identifier).join(", "),
      unit: unit === undefined ? "NULL" : `raw.${identifier(unit)}`,
      year:
        unit !== undefined && year !== undefined && others.includes(unit) && others.includes(year)
          ? `raw.${identifier(year)}::INTEGER`
          : "NULL::INTEGER"
    })
  );
  const [counted] = read.getRowObjectsJS() as unknown as Counted[];
  if (!counted || counted.parts < 2 || counted.parts > most) return null;
  const {count = 0, share = 0} = rules.groups_complete ?? {};
  const {combinations, short} = counted;
  if (short > (1 - usual) * combinations || short <= Math.max(count, Math.floor(share * combinations))) return null;
  const have = short === 1 ? "has" : "have";
  return {
    short,
    combinations,
    said: {
      file: path,
      row: counted.first_row ?? undefined,
      column: part,
      rule: `${short} of ${combinations} combinations of ${others.join(" and ")} ${have} fewer than the ${counted.parts} rows that the others have`,
      remedy: "Complete the export; or declare in study.rules.groups_complete how many are expected, and why"
    }
  };
}
