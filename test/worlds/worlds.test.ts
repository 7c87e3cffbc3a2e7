import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {parseWorlds} from "../../loaders/release/nullWorlds.js";
import {ranksOf} from "../../loaders/worlds/describeWorlds.js";
import {leftOut} from "../../loaders/worlds/leftOut.js";
import {confirmWorlds} from "../../loaders/worlds/confirmWorlds.js";
import {freezeWorlds, frozenWorlds} from "../../loaders/worlds/freezeWorlds.js";
import {runWorlds} from "../../loaders/worlds/runWorlds.js";
import {committedSeed} from "../../loaders/simulate/committedSeed.js";
import {simulateWorld} from "../../loaders/worlds/simulateWorld.js";
import {staleWorlds} from "../../loaders/worlds/staleWorlds.js";
import {worldKinds} from "../../loaders/worlds/worldKinds.js";
import {sourcesOf, worldsDigest} from "../../loaders/worlds/worldsDigest.js";
import type {FindingId} from "../../src/evidence/finding.js";
import {headlineRates, mostFalse} from "../../src/worlds/headlineRates.js";
import {claimRates} from "../../src/worlds/claimRates.js";
import type {WorldSummary} from "../../src/worlds/summariseWorlds.js";
import {summariseWorlds} from "../../src/worlds/summariseWorlds.js";
import type {World, WorldKind} from "../../src/worlds/world.js";
import {worldKindNames} from "../../src/worlds/world.js";

const text = readFileSync(frozenWorlds, "utf8");
const frozen = parseWorlds(text);
const {summary} = JSON.parse(text) as {summary: WorldSummary[]};
const row = (kind: WorldKind, finding: FindingId): WorldSummary => {
  const found = summary.find((one) => one.kind === kind && one.finding === finding);
  if (!found) throw new RangeError(`no such row: ${kind}, ${finding}`);
  return found;
};
/** what they say of the pipeline as it is; where it has changed since, `npx longview worlds` makes them anew */
const current = frozen.digest === worldsDigest();

describe("the frozen worlds", () => {
  it("are as many of each null that is bounded, a fifth of the others, hardly any failed, and their summary is theirs", () => {
    expect(summariseWorlds(frozen.worlds)).toEqual(summary);
    const of = (kind: WorldKind): number => frozen.worlds.filter((world) => world.kind === kind).length;
    expect(of("pure")).toBe(of("selection"));
    expect(of("pure")).toBeGreaterThanOrEqual(30);
    for (const kind of new Set(frozen.worlds.map((world) => world.kind)))
      expect(of(kind), kind).toBeGreaterThanOrEqual(of("pure") / 5);
    const failed = frozen.worlds.filter(({failed: reason}) => reason !== undefined);
    expect(failed.length / frozen.worlds.length).toBeLessThan(0.02);
  });

  it("have the sessions' finding wherever sessions are simulated: no model of theirs is left unfitted", () => {
    const without = frozen.worlds.filter(
      ({kind, findings}) => kind === "truth" && !findings.some(({finding}) => finding === "sessions")
    );
    expect(without.map(({seed}) => seed)).toEqual([]);
  });

  it("claim in their titles what their intervals leave no doubt of, on its side", () => {
    for (const {findings} of frozen.worlds) {
      for (const {finding, claim, sign, primary} of findings) {
        // bounds are rounded as they are released: one just beyond no difference may be nought
        const side = primary?.low != null && primary.low >= 0 ? 1 : primary?.high != null && primary.high <= 0 ? -1 : 0;
        expect(claim === "change" ? sign - side : 0, finding).toBe(0);
        expect(claim === "none", finding).toBe(sign === 0);
      }
    }
  });

  it.runIf(current)(
    "make no claim more often than tests at 5 % by chance, where there is neither effect nor selection",
    () => {
      const judged = claimRates(frozen, "pure").filter(({verdict}) => verdict === "inside" || verdict === "beyond");
      expect(judged.map(({finding}) => finding)).toEqual(
        expect.arrayContaining(["departments", "organisation", "managers", "engagement"])
      );
      for (const {finding, claim, claims, bound} of judged)
        expect(claims, `${finding}: ${claim}`).toBeLessThanOrEqual(bound);
    }
  );

  it.runIf(current)("claim no change more often than that, where the better take part to no effect", () => {
    const judged = claimRates(frozen, "selection").filter(({verdict}) => verdict === "inside" || verdict === "beyond");
    expect(judged.length).toBeGreaterThan(2);
    expect(judged.every(({claim}) => claim === "change")).toBe(true);
    for (const {finding, claims, bound} of judged) expect(claims, finding).toBeLessThanOrEqual(bound);
  });

  it.runIf(current)(
    "state as differences between departments what selection makes, and the plan's estimate does not",
    () => {
      for (const finding of ["departments", "engagement"] as const) {
        const {claims, naive, primary, worlds} = row("selection", finding);
        expect(naive.above, finding).toBeGreaterThan(0.3);
        expect(claims.difference / worlds, finding).toBeGreaterThan(0.25);
        expect(Math.abs(primary.mean), finding).toBeLessThan((4 * primary.sd) / Math.sqrt(worlds) + 0.1 * naive.mean);
      }
    }
  );

  it("call no claim there to be found where a programme that does nothing was joined by those on their way up", () => {
    for (const kind of ["trends", "shocks"] as const) {
      const rates = claimRates(frozen, kind);
      expect(rates.length, kind).toBeGreaterThan(3);
      expect(new Set(rates.map(({verdict}) => verdict)), kind).toEqual(new Set(["selected"]));
    }
  });

  it.runIf(current)("find the departments' difference in most worlds where it is true, near its size", () => {
    const {naive, primary, worlds} = row("truth", "departments");
    expect(primary.above).toBeGreaterThan(0.5);
    expect(Math.abs(primary.mean - 10 * worldKinds.truth.marginEffect)).toBeLessThan(
      0.01 + (3 * primary.sd) / Math.sqrt(worlds)
    );
    expect(naive.mean).toBeGreaterThan(1.5 * primary.mean);
  });

  it.runIf(current)("have the committed seed well inside them", () => {
    for (const rank of ranksOf(frozen.worlds)) {
      expect(rank).toBeGreaterThan(0.1);
      expect(rank).toBeLessThan(0.9);
    }
  });

  it.runIf(current).each([
    ["truth", 2002],
    ["pure", 2001],
    ["selection", 2003],
    ["trends", 2002],
    ["shocks", 2001]
  ] as const)("come out again as they were: %s, seed %i", async (kind, seed) => {
    const world = frozen.worlds.find((one) => one.kind === kind && one.seed === seed);
    const {findings, headline} = await simulateWorld(seed, worldKinds[kind], {
      without: leftOut(kind)
    });
    expect({kind, seed, findings, headline}).toEqual(world);
  });

  it.runIf(current)("name a gain or loss in the first line and say whether they do so within the limit", () => {
    for (const {kind, worlds, named, most, kept} of headlineRates(frozen.worlds)) {
      expect(most, kind).toBeGreaterThan(named / worlds);
      expect(kept, kind).toBe(kind === "pure" || kind === "selection" ? most <= mostFalse : null);
    }
  });
});

describe("simulateWorld()", () => {
  it("finds the same straight from the tables as by way of the raw extracts", async () => {
    const parameters = worldKinds.truth;
    expect(await simulateWorld(1, parameters)).toEqual(await simulateWorld(1, parameters, {raw: true}));
  });

  it("fits the sessions' model where groups hardly differ, as lme4 does", async () => {
    const {findings} = await simulateWorld(2022, worldKinds.truth);
    const {primary} = findings.find(({finding}) => finding === "sessions") ?? {};
    // lmer() on this world's ratings, REML: .1549381528, released to what its persons allow; the groups' variance is .00026
    // of .55
    expect(primary?.estimate).toBe(0.15);
  });
});

describe("runWorlds()", () => {
  it("goes on where it was cut, the cut line made again", async () => {
    const place = mkdtempSync(join(tmpdir(), "longview-worlds-"));
    const out = join(place, "worlds.json");
    const known = [
      ...frozen.worlds.filter(({kind, seed}) => kind === "truth" && seed === committedSeed),
      ...worldKindNames.map((kind, i) => ({...frozen.worlds[i]!, kind, seed: 2001}))
    ];
    const lines = known.map((world) => JSON.stringify(world));
    const whole = lines.slice(0, -1).join("\n");
    writeFileSync(join(place, `${worldsDigest()}.jsonl`), `${whole}\n${lines.at(-1)?.slice(0, 40)}`);
    await runWorlds({seeds: 1, threads: 2, cache: place, out});
    const {worlds} = parseWorlds(readFileSync(out, "utf8"));
    expect(worlds.map(({kind}) => kind)).toEqual(["truth", ...worldKindNames]);
    expect(worlds.slice(0, -1)).toEqual(known.slice(0, -1));
    expect(worlds.at(-1)?.findings.length).toBeGreaterThan(0);
    expect(worlds.at(-1)).not.toEqual(known.at(-1));
  });

  it("goes on from the frozen worlds of the same code, and makes none of them again", async () => {
    const place = mkdtempSync(join(tmpdir(), "longview-worlds-"));
    const out = join(place, "worlds.json");
    const known: World[] = ["truth" as const, ...worldKindNames].map((kind, i) => ({
      ...frozen.worlds[i]!,
      kind,
      seed: i === 0 ? committedSeed : 2001
    }));
    freezeWorlds(out, worldsDigest(), known);
    await runWorlds({seeds: 1, threads: 1, cache: join(place, "cache"), out});
    expect(parseWorlds(readFileSync(out, "utf8")).worlds.map(({findings}) => findings)).toEqual(
      known.map(({findings}) => findings)
    );
  });

  it("refuses a number of seeds that is none", async () => {
    await expect(runWorlds({seeds: 0, threads: 1, cache: ".", out: "."})).rejects.toThrow(
      "invalid --seeds; not a whole number: 0"
    );
  });
});

describe("confirmWorlds()", () => {
  const place = mkdtempSync(join(tmpdir(), "longview-worlds-"));
  const out = join(place, "worlds.json");

  it("gives the file the code's digest where the worlds made again are the same, and leaves it where one is not", async () => {
    const known = current ? frozen.worlds.find(({kind, seed}) => kind === "pure" && seed === 2001) : undefined;
    const world: World = known ?? {
      kind: "pure",
      seed: 2001,
      ...(await simulateWorld(2001, worldKinds.pure, {without: leftOut("pure")}))
    };
    freezeWorlds(out, "old", [world]);
    expect(await confirmWorlds({confirm: 1, threads: 1, out})).toBe(0);
    expect(parseWorlds(readFileSync(out, "utf8")).digest).toBe(worldsDigest());
    const [first, ...others] = world.findings;
    if (!first) throw new RangeError("the world has no finding");
    freezeWorlds(out, "old", [{...world, findings: [{...first, sign: first.sign === 1 ? -1 : 1}, ...others]}]);
    expect(await confirmWorlds({confirm: 1, threads: 1, out})).toBe(1);
    expect(parseWorlds(readFileSync(out, "utf8")).digest).toBe("old");
  });
});

describe("worldsDigest()", () => {
  it("is of what a world runs, the SQL included, and of no page and no figure", () => {
    const sources = sourcesOf("loaders/worlds/simulateWorld.ts");
    expect(sources).toEqual(
      expect.arrayContaining([
        "loaders/release/findings.ts",
        "loaders/release/tables/department_years.sql",
        "loaders/simulate/simulate.ts",
        "src/findings/departments/claim.ts",
        "src/stats/regression/ols.ts"
      ])
    );
    expect(sources.filter((path) => /loaders\/site|src\/components|evidence\/robustness/.test(path))).toEqual([]);
  });

  it("that differs from a study's file is told at its build; a study without one has nothing to tell", async () => {
    const place = mkdtempSync(join(tmpdir(), "longview-worlds-"));
    expect(await staleWorlds(place)).toBeNull();
    writeFileSync(join(place, "worlds.json"), text.replace(frozen.digest, "0"));
    expect(await staleWorlds(place)).toMatch(/npx longview worlds$/);
    writeFileSync(join(place, "worlds.json"), text.replace(frozen.digest, worldsDigest()));
    expect(await staleWorlds(place)).toBeNull();
  });
});

describe("parseWorlds()", () => {
  it("names what is wrong with a file that is not what `worlds` writes", () => {
    expect(() => parseWorlds("{")).toThrow(/worlds\.json.*not valid JSON/s);
    const wrong = {digest: "x", truths: [], worlds: [{kind: "false", seed: 1, findings: []}]};
    expect(() => parseWorlds(JSON.stringify(wrong))).toThrow(/npx longview worlds[\s\S]*worlds\.0\.kind/);
  });
});
