/**
 * Run by hand: `npx tsx test/ingest/mutateShipped.ts [ROUNDS]`. Files of the shipped studies, spoilt in ways drawn from a seed,
 * read as the study declares them and again without the digests and totals that it declares.
 * Results: test/output/mutations.md.
 */
import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {DuckDBInstance} from "@duckdb/node-api";
import {ingestStudy} from "../../loaders/ingest/ingestStudy.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {buildCanonical} from "../../loaders/warehouse/buildCanonical.js";
import {drawFrom} from "./drawFrom.js";
import {shippedMutations} from "./shippedMutations.js";

export const shipped = [
  ["jtrain", "jtrain.csv"],
  ["us-fatalities", "fatalities.csv"],
  ["us-fatalities", "states.csv"],
  ["star", "pupils.csv"]
] as const;

/** Canonical tables as the study's files make them, as a digest, or what is said instead. */
async function outcome(folder: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  const scratch = await mkdtemp(join(tmpdir(), "longview-scratch-"));
  try {
    const study = await readStudy(folder);
    await ingestStudy(connection, study, scratch);
    await buildCanonical(connection, study);
    const digests: string[] = [];
    for (const table of study.tables) {
      const sql = `SELECT md5(string_agg(row, ';' ORDER BY row)) FROM (SELECT to_json(t)::VARCHAR AS row FROM (SELECT * EXCLUDE (_row) FROM canonical."${table}") AS t)`;
      digests.push(String((await connection.runAndReadAll(sql)).getRowsJS()[0]?.[0]));
    }
    return digests.join(" ");
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(scratch, {recursive: true});
  }
}

async function undeclared(folder: string): Promise<void> {
  const file = join(folder, "datapackage.json");
  const description = JSON.parse(await readFile(file, "utf8")) as {resources: Record<string, unknown>[]};
  for (const resource of description.resources) for (const name of ["hash", "totals", "bytes"]) delete resource[name];
  await writeFile(file, JSON.stringify(description));
}

export interface Mutated {
  readonly study: string;
  readonly mutation: string;
  readonly got: "same numbers" | "other numbers" | "refused";
  readonly said: string;
}

/** What comes of a study's file, spoilt in each way so many times. */
export async function mutateFile(
  study: string,
  file: string,
  {
    rounds = 1,
    seed = 20_261_129,
    declared = true,
    only = () => true
  }: {
    rounds?: number;
    seed?: number;
    declared?: boolean;
    only?: (mutation: string, at: number) => boolean;
  } = {}
): Promise<Mutated[]> {
  const folder = await mkdtemp(join(tmpdir(), "longview-mutated-"));
  await cp(join("data", study), folder, {recursive: true});
  if (!declared) await undeclared(folder);
  const good = await readFile(join(folder, file), "utf8");
  const truth = await outcome(folder);
  const draw = drawFrom(seed);
  const found: Mutated[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [at, [mutation, mutate]] of Object.entries(shippedMutations).entries()) {
      const bad = mutate(good, draw);
      if (!only(mutation, at)) continue;
      await writeFile(join(folder, file), bad);
      const said = await outcome(folder);
      const refused = said.includes("\n");
      const got = said === truth ? "same numbers" : refused ? "refused" : "other numbers";
      found.push({study: `${study}, ${file}`, mutation, got, said: refused ? said : ""});
    }
  await rm(folder, {recursive: true});
  return found;
}

const counts = (found: readonly Mutated[]): number[] =>
  (["same numbers", "refused", "other numbers"] as const).map((got) => found.filter((one) => one.got === got).length);

async function describeRun(rounds: number): Promise<string> {
  const all: Record<"declared" | "undeclared", Mutated[]> = {declared: [], undeclared: []};
  for (const [study, file] of shipped) {
    all.declared.push(...(await mutateFile(study, file, {rounds})));
    all.undeclared.push(...(await mutateFile(study, file, {rounds, declared: false})));
  }
  const row = (name: string, of: (one: Mutated) => boolean): string =>
    `| ${[name, ...counts(all.declared.filter(of)), ...counts(all.undeclared.filter(of))].join(" | ")} |`;
  return [
    "# Shipped files, spoilt",
    "",
    `${all.declared.length} spoilt files of the shipped studies, each read as its study declares it, with a digest or totals, and again without them. A value that is wrong but possible breaks no other rule. Pupils have no key of their own, so that other rows give other keys.`,
    "",
    "| how | same numbers | refused | other numbers | without: same | refused | other numbers |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...shipped.map(([study, file]) => row(`${study}, ${file}`, (one) => one.study === `${study}, ${file}`)),
    ...Object.keys(shippedMutations).map((name) => row(name, ({mutation}) => mutation === name)),
    row("all", () => true),
    ""
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await writeFile(
    fileURLToPath(new URL("../output/mutations.md", import.meta.url)),
    await describeRun(Number(process.argv[2] ?? 1))
  );
