/**
 * One simulated study through the pipeline, from tables to findings: what a reader would have been told of a
 * world of which the truth is known.
 */
import {cp, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Evidence, Finding} from "../../src/evidence/finding.js";
import type {FindingId} from "../../src/findings/registry.js";
import {claimedSide} from "../../src/evidence/claimedSide.js";
import type {World, WorldEstimate, WorldFinding} from "../../src/worlds/world.js";
import {policyFor} from "../disclosure/policy.js";
import {findings} from "../release/findings.js";
import {describeSimulation} from "../simulate/describeSimulation.js";
import type {Parameters} from "../simulate/parameters.js";
import {simulate} from "../simulate/simulate.js";
import {writeSimulation} from "../simulate/writeSimulation.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import {openWorld} from "./openWorld.js";

/** @param raw whether to go by way of the raw extracts, as a real study does; slower, and the same */
export async function simulateWorld(
  seed: number,
  parameters: Parameters,
  {raw = false, without = []}: {raw?: boolean; without?: readonly FindingId[]} = {}
): Promise<Pick<World, "findings" | "headline">> {
  const place = await mkdtemp(join(tmpdir(), "longview-world-"));
  try {
    const folder = join(place, "world");
    await (raw ? writeSimulation(folder, {seed, parameters}) : describeStudy(folder, parameters));
    const study = await readStudy(folder);
    const warehouse = raw
      ? await openWarehouse(study, join(place, "warehouse"))
      : await openWorld(study, simulate(seed, parameters), {scratch: place, without});
    try {
      const {value} = await findings.make({study, warehouse, policy: policyFor(study), estimatesOnly: true, without});
      const {better, worse} = value.headline;
      return {findings: value.findings.map(recordFinding), headline: {better, worse}};
    } finally {
      warehouse.close();
    }
  } finally {
    await rm(place, {recursive: true, force: true});
  }
}

/** A study's folder without its files: its description, and the names of the tables that mapping SQL would make. */
async function describeStudy(folder: string, parameters: Parameters): Promise<void> {
  await cp(new URL("../simulate/sql/", import.meta.url), join(folder, "sql"), {recursive: true});
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(describeSimulation(parameters, "world")));
}

function recordFinding(finding: Finding): WorldFinding {
  const {id, claim, primary, evidence, certainty} = finding;
  const naive = evidence.find((one) => one.naive) ?? null;
  return {finding: id, claim, sign: claimedSide(finding), naive: bare(naive), primary: bare(primary), certainty};
}

function bare(evidence: Evidence | null): WorldEstimate | null {
  if (!evidence) return null;
  const {estimate, low, high, df} = evidence;
  const digits = (value: number | null, shown: number): number | null =>
    value === null ? null : Number(value.toPrecision(shown));
  return {estimate: Number(estimate.toPrecision(6)), low: digits(low, 6), high: digits(high, 6), df: digits(df, 3)};
}
