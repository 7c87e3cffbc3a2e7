/**
 * One simulated study through the whole pipeline, from raw extracts to findings: what a reader would have been told of a
 * world of which the truth is known.
 */
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Evidence, FindingId} from "../../src/evidence/finding.js";
import {isClear} from "../../src/evidence/isClear.js";
import {policyFor} from "../disclosure/policy.js";
import {findings} from "../release/findings.js";
import type {Parameters} from "../simulate/parameters.js";
import {writeSimulation} from "../simulate/writeSimulation.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";

/** An estimate without its words; null where it could not be made. */
export interface WorldEstimate {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** its interval leaves out no difference */
  readonly clear: boolean;
}

export interface WorldFinding {
  readonly finding: FindingId;
  /** the article's own picture */
  readonly naive: WorldEstimate | null;
  /** the plan's */
  readonly primary: WorldEstimate | null;
}

export async function simulateWorld(seed: number, parameters: Parameters): Promise<WorldFinding[]> {
  const place = await mkdtemp(join(tmpdir(), "longview-world-"));
  try {
    const folder = join(place, "world");
    await writeSimulation(folder, {seed, parameters});
    const study = await readStudy(folder);
    const warehouse = await openWarehouse(study, join(place, "warehouse"));
    try {
      const {value} = await findings.make({study, warehouse, policy: policyFor(study)});
      return value.findings.map(({id, primary, evidence}) => ({
        finding: id,
        naive: bare(evidence.find(({naive}) => naive) ?? null),
        primary: bare(primary)
      }));
    } finally {
      warehouse.close();
    }
  } finally {
    await rm(place, {recursive: true, force: true});
  }
}

function bare(evidence: Evidence | null): WorldEstimate | null {
  if (!evidence) return null;
  const {estimate, low, high} = evidence;
  const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(6)));
  return {estimate: Number(estimate.toPrecision(6)), low: digits(low), high: digits(high), clear: isClear(evidence)};
}
