import {describe, expect, it} from "vitest";
import type {FindingId} from "../../src/evidence/finding.js";
import {findingIds} from "../../src/findings/registry.js";
import {allAtOnce} from "../../src/worlds/allAtOnce.js";
import {asStrong} from "../../src/worlds/asStrong.js";
import {claimBound, claimRates} from "../../src/worlds/claimRates.js";
import {pileUp} from "../../src/worlds/pileUp.js";
import {summariseWorlds} from "../../src/worlds/summariseWorlds.js";
import type {World, WorldFinding, WorldKind} from "../../src/worlds/world.js";
import {binomialTerm} from "../stats/distribution/binomialTerm.js";
import {random} from "../../src/stats/random.js";

const estimate = (value: number) => ({estimate: value, low: value - 1, high: value + 1, df: 20});

function finding(id: FindingId, value: number): WorldFinding {
  const sign = Math.abs(value) > 1 ? (value < 0 ? -1 : 1) : 0;
  return {finding: id, claim: sign === 0 ? "none" : "change", sign, naive: estimate(value), primary: estimate(value)};
}

/** Worlds in which every finding has the same estimate. */
function worlds(kind: WorldKind, values: readonly number[]): World[] {
  return values.map((value, i) => ({kind, seed: i + 1, findings: findingIds.map((id) => finding(id, value))}));
}

describe("claimBound()", () => {
  it("is the least count that 99 % of runs of tests at 5 % keep to", () => {
    for (const n of [1, 40, 200]) {
      const upTo = (k: number): number =>
        Array.from({length: k + 1}, (_, i) => binomialTerm(i, n, 0.05)).reduce((sum, one) => sum + one, 0);
      expect(upTo(claimBound(n))).toBeGreaterThanOrEqual(0.99);
      expect(claimBound(n) === 0 ? 0 : upTo(claimBound(n) - 1)).toBeLessThan(0.99);
    }
  });
});

describe("claimRates()", () => {
  const rate = (kind: WorldKind, claims: number, id: FindingId) => {
    const made = worlds(
      kind,
      Array.from({length: 40}, (_, i) => (i < claims ? 2 : 0))
    );
    return claimRates({worlds: made, truths: [{finding: "departments", truth: 2}]}, kind).find(
      ({finding: one, claim}) => one === id && claim === "change"
    );
  };

  it("goes beyond where a null claims more than chance, and stays inside where it does not", () => {
    expect(rate("pure", 2, "departments")).toMatchObject({claims: 2, above: 2, worlds: 40, verdict: "inside"});
    expect(rate("pure", 12, "departments")?.verdict).toBe("beyond");
    expect(rate("selection", 12, "managers")?.verdict).toBe("beyond");
  });

  it("counts nothing as false that is there in every world", () => {
    expect(rate("pure", 40, "purpose")?.verdict).toBe("there");
    expect(rate("truth", 40, "departments")?.verdict).toBe("there");
  });

  it("sets power beside what is true alone", () => {
    const power = rate("truth", 20, "departments")?.power ?? NaN;
    expect(power).toBeGreaterThan(0.9);
    expect(rate("truth", 20, "managers")?.power).toBeNull();
    expect(rate("pure", 20, "departments")?.power).toBeNull();
  });
});

describe("asStrong()", () => {
  it("counts worlds as far on the same side, ours' own distance among them", () => {
    const made = worlds("pure", [-3, -2, 0, 1, 2, 3]);
    expect(asStrong(made, "pure", "departments", "primary", {estimate: 2})).toEqual({worlds: 6, as: 2});
    expect(asStrong(made, "pure", "departments", "naive", {estimate: -2})).toEqual({worlds: 6, as: 2});
    expect(asStrong(made, "selection", "departments", "naive", {estimate: -2})).toEqual({worlds: 0, as: 0});
  });

  it("agrees with the piles that are drawn, on either side", () => {
    const source = random(5);
    const values = Array.from({length: 200}, () => source.normal());
    for (const found of [0.7, -0.7]) {
      const piles = pileUp(values, found, 0.1);
      const {as} = asStrong(worlds("pure", values), "pure", "managers", "primary", {estimate: found});
      expect(piles.reduce((sum, pile) => sum + pile.worlds, 0)).toBe(200);
      expect(piles.filter(({far}) => far).reduce((sum, pile) => sum + pile.worlds, 0)).toBe(as);
    }
  });
});

describe("allAtOnce()", () => {
  it("counts worlds in which every one of the article's findings is clear and good, the purpose aside", () => {
    const [good, other, bad] = worlds("selection", [2, 2, -2]);
    if (!good || !other || !bad) throw new RangeError("no worlds");
    const all = (...made: World[]) => allAtOnce(made, "selection", "naive");
    expect(all(good, bad)).toEqual({worlds: 2, all: 1});
    const one = (id: FindingId): World => ({
      ...other,
      findings: other.findings.map((found) => (found.finding === id ? finding(id, 0.5) : found))
    });
    expect(all(one("managers"))).toEqual({worlds: 1, all: 0});
    expect(all(one("purpose"))).toEqual({worlds: 1, all: 1});
    expect(all({kind: "selection", seed: 9, findings: [], failed: "gave up"})).toEqual({worlds: 0, all: 0});
  });
});

describe("summariseWorlds()", () => {
  it("tells claims and sides apart", () => {
    const [row] = summariseWorlds(worlds("pure", [2, -2, -3, 0]));
    expect(row).toMatchObject({kind: "pure", worlds: 4, claims: {difference: 0, change: 3}});
    expect(row?.primary).toMatchObject({above: 0.25, below: 0.5, mean: -0.75});
  });
});
