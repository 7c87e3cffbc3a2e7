import {describe, expect, it} from "vitest";
import {isSuppressed} from "../../src/released/cell.js";
import type {ReleasedRow} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {roundShares, shareStep} from "../../loaders/disclosure/roundShares.js";
import {managerBalance} from "../../loaders/release/tables/managerBalance.js";
import {managerFlow} from "../../loaders/release/tables/managerFlow.js";
import {moduleAnswers} from "../../loaders/release/tables/moduleAnswers.js";
import {ratingShifts} from "../../loaders/release/tables/ratingShifts.js";
import type {ReleaseContext, ReleaseModule} from "../../loaders/release/releaseModule.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {sessionResponse} from "../../loaders/release/tables/sessionResponse.js";
import type {StartRow} from "../../loaders/release/models/startRow.js";
import {matchedWeights} from "../../loaders/release/models/startRow.js";

/** The module's table where the warehouse answers its one question with these rows. */
async function released(
  module: ReleaseModule<ReleasedTable>,
  rows: readonly object[]
): Promise<readonly ReleasedRow[]> {
  const context = {
    policy: policyFor({thresholds: {}}),
    warehouse: {query: () => Promise.resolve(rows), close: () => undefined}
  } as unknown as ReleaseContext;
  return (await module.make(context)).value.rows;
}

/** Managers of one year: the better rated start more often, and those who start are rated higher the year after by `rise`. */
function starts(n: number, rise: number, seed = 1): StartRow[] {
  const source = random(seed);
  return Array.from({length: n}, (_, i) => {
    const before = 1 + source.below(5);
    const started = source.uniform() < 0.1 + 0.15 * before ? 1 : 0;
    const after = Math.max(1, Math.min(5, 1 + source.below(5) + (started === 1 ? rise : 0)));
    return {
      manager_id: `M${i}`,
      fiscal_year: 2011,
      started,
      z_before: before - 3,
      z_earlier: before - 3,
      z_after: after - 3,
      rating_before: before,
      rating_after: after,
      kind: "relative",
      tenure: source.below(20),
      grade: 1,
      promoted: 0,
      reset: 0,
      first_line: source.below(2),
      department_size: 5 + source.below(20)
    };
  });
}

describe("matchedWeights()", () => {
  it("gives the others the starters' numbers in each cell, and nothing to a cell without both", () => {
    const rows = starts(400, 0).filter((row) => row.started === 0 || row.rating_before > 1);
    const weights = matchedWeights(rows, ({rating_before}) => String(rating_before));
    const total = (started: number, rating: number): number =>
      rows.reduce((sum, row, i) => {
        const counts = row.started === started && row.rating_before === rating;
        return sum + (counts ? (weights[i] ?? 0) : 0);
      }, 0);
    expect(total(0, 1)).toBe(0);
    for (const rating of [2, 3, 4, 5]) expect(total(0, rating)).toBeCloseTo(total(1, rating), 10);
  });
});

describe("managerBalance", () => {
  it("shows that the better rated start, and that those of the same last rating are alike in it", async () => {
    const rows = await released(managerBalance, starts(600, 0));
    const last = rows.find(({covariate}) => covariate === "z_before");
    expect(last?.before).toBeGreaterThan(0.3);
    expect(last?.after).toBe(0);
    expect(rows.map(({covariate}) => covariate)).not.toContain("grade");
  });

  it("is withheld where fewer than twenty start", async () => {
    const rows = await released(
      managerBalance,
      starts(40, 0).map((row, i) => ({...row, started: i < 12 ? 1 : 0}))
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const {before, after} of rows) expect([before, after].every(isSuppressed)).toBe(true);
  });
});

describe("ratingShifts", () => {
  it("tells a rise from regression to the mean: those rated alike fall and rise by chance alone", async () => {
    const up = async (rise: number): Promise<number> => {
      const rows = await released(ratingShifts, starts(2000, rise));
      const [took, had] = [1, 0].map((started) => rows.find((row) => row.started === started));
      return Number(took?.up) - Number(had?.up);
    };
    expect(Math.abs(await up(0))).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(await up(1)).toBeGreaterThan(0.1);
  });

  it("shows shares that make a whole, in steps of five points at least", async () => {
    for (const {down, same, up} of await released(ratingShifts, starts(800, 1))) {
      expect(Number(down) + Number(same) + Number(up)).toBeCloseTo(1, 10);
      for (const share of [down, same, up]) expect((Number(share) * 20) % 1).toBeCloseTo(0, 8);
    }
  });

  it("is withheld where fewer than ten stand behind one of the shares", async () => {
    const rows = starts(800, 0).map((row) => ({...row, rating_after: row.rating_before}));
    for (const {down, same, up} of await released(ratingShifts, rows))
      expect([down, same, up].every(isSuppressed)).toBe(true);
  });
});

describe("moduleAnswers", () => {
  const answers = (n: number): object[] =>
    ["A", "B"].flatMap((module_id) =>
      [1, 2, 3, 4, 5].map((rating) => ({
        module_id,
        title: module_id,
        mindset: "action",
        rating,
        ratings: (n * (module_id === "A" ? 10 : 1)) / 5,
        raters: n * (module_id === "A" ? 10 : 1),
        minimum: 1,
        maximum: 5
      }))
    );

  it("shows five shares from a hundred who rated, three from forty, none under it", async () => {
    expect((await released(moduleAnswers, answers(100)))[1]).toMatchObject({least: 0.2, low: 0.2, most: 0.2});
    expect((await released(moduleAnswers, answers(60)))[1]).toMatchObject({low: 0.4, middle: 0.2, high: 0.4});
    const [large, small] = await released(moduleAnswers, answers(30));
    expect(large).toMatchObject({low: 0.4});
    expect(isSuppressed(small?.low)).toBe(true);
  });
});

describe("managerFlow and sessionResponse", () => {
  it("round counts to five, and withhold those of fewer than twenty", async () => {
    const rows = await released(managerFlow, [
      {eligible: 63, rated: 62, compared: 57, considered: 43, started: 21, either_side: 19}
    ]);
    expect(rows.slice(0, 5).map(({managers}) => managers)).toEqual([65, 60, 55, 45, 20]);
    expect(isSuppressed(rows[5]?.managers)).toBe(true);
  });

  it("show who came of the members, and who rated of those who came", async () => {
    const [row] = await released(sessionResponse, [
      {position: 1, members: 200, people: 200, attended: 150, attendees: 150, rated: 75}
    ]);
    expect(row).toEqual({position: 1, attending: 0.75, rating: 0.5});
  });
});

describe("roundShares()", () => {
  it("keeps the whole, and takes the nearest step but for what the whole asks", () => {
    expect(roundShares([0.334, 0.333, 0.333], 0.05)).toEqual([0.35, 0.35, 0.3]);
    expect(roundShares([0.1, 0.2, 0.7], 0.1)).toEqual([0.1, 0.2, 0.7]);
    expect([10, 20, 40, 1000].map(shareStep(2))).toEqual([0.2, 0.1, 0.05, 0.05]);
  });
});
