import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {FindingId} from "../../src/evidence/finding.js";
import {ranksOf} from "../../loaders/worlds/describeWorlds.js";
import {frozenWorlds, runWorlds} from "../../loaders/worlds/runWorlds.js";
import {simulateWorld} from "../../loaders/worlds/simulateWorld.js";
import type {World, WorldSummary} from "../../loaders/worlds/summariseWorlds.js";
import {summariseWorlds} from "../../loaders/worlds/summariseWorlds.js";
import type {WorldKind} from "../../loaders/worlds/worldKinds.js";
import {worldKinds} from "../../loaders/worlds/worldKinds.js";
import {worldsDigest} from "../../loaders/worlds/worldsDigest.js";

const frozen = JSON.parse(readFileSync(frozenWorlds, "utf8")) as {
  digest: string;
  summary: WorldSummary[];
  worlds: World[];
};
const row = (kind: WorldKind, finding: FindingId): WorldSummary => {
  const found = frozen.summary.find((one) => one.kind === kind && one.finding === finding);
  if (!found) throw new RangeError(`no such row: ${kind}, ${finding}`);
  return found;
};
const comparisons = ["departments", "organisation", "managers", "engagement"] as const;

describe("the frozen worlds", () => {
  it("are as many of each kind, and their summary is theirs", () => {
    expect(summariseWorlds(frozen.worlds)).toEqual(frozen.summary);
    const counts = Object.keys(worldKinds).map((kind) => frozen.worlds.filter((world) => world.kind === kind).length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThanOrEqual(80);
  });

  it("find nothing by the plan in a world without effect and selection, more often than a test at 5 % may", () => {
    for (const finding of comparisons) {
      const {above, below} = row("pure", finding).primary;
      expect(above + below, finding).toBeLessThan(0.11);
    }
  });

  it("find naively what is not there, where the better take part; the plan does not", () => {
    for (const finding of ["departments", "managers", "engagement"] as const) {
      const {naive, primary} = row("selection", finding);
      expect(naive.above, finding).toBeGreaterThan(0.3);
      expect(primary.above, finding).toBeLessThan(0.06);
    }
  });

  it("find the departments' difference in most worlds where it is true, near its size", () => {
    const {naive, primary} = row("truth", "departments");
    expect(primary.above).toBeGreaterThan(0.5);
    expect(Math.abs(primary.mean - 100 * worldKinds.truth.marginEffect)).toBeLessThan(0.15);
    expect(naive.mean).toBeGreaterThan(1.5 * primary.mean);
  });

  it("have the committed seed well inside them", () => {
    for (const rank of ranksOf(frozen.worlds)) {
      expect(rank).toBeGreaterThan(0.1);
      expect(rank).toBeLessThan(0.9);
    }
  });

  it.runIf(frozen.digest === worldsDigest())("come out again as they were", async () => {
    const world = frozen.worlds.find(({kind, seed}) => kind === "selection" && seed === 3);
    expect(await simulateWorld(3, worldKinds.selection)).toEqual(world?.findings);
  });
});

describe("runWorlds()", () => {
  it("goes on where it was cut, the cut line made again", async () => {
    const place = mkdtempSync(join(tmpdir(), "longview-worlds-"));
    const out = join(place, "worlds.json");
    const known = frozen.worlds.filter(({seed}) => seed === 1);
    const lines = known.map((world) => JSON.stringify(world));
    writeFileSync(join(place, `${worldsDigest()}.jsonl`), `${lines.slice(0, 2).join("\n")}\n${lines[2]?.slice(0, 40)}`);
    await runWorlds(["--seeds", "1", "--cache", place, "--out", out]);
    const {worlds} = JSON.parse(readFileSync(out, "utf8")) as {worlds: World[]};
    expect(worlds.map(({kind}) => kind)).toEqual(["truth", "pure", "selection"]);
    expect(worlds.slice(0, 2)).toEqual(known.slice(0, 2));
  });

  it("refuses a number of seeds that is none", async () => {
    await expect(runWorlds(["--seeds", "0"])).rejects.toThrow("invalid --seeds; not a whole number: 0");
  });
});
