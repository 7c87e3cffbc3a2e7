/** Numbers of persons that are published, read by someone who knows how many there are in all, and how they are rounded. */
import {describe, expect, it} from "vitest";
import {possibleCounts} from "../../loaders/disclosure/audit/inversion.js";
import {behindOf} from "../../loaders/disclosure/behind.js";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {keepOpen, toStep} from "../../loaders/disclosure/round.js";
import {managerFlow} from "../../loaders/release/tables/managerFlow.js";
import type {ReleaseContext} from "../../loaders/release/releaseModule.js";
import {isSuppressed} from "../../src/released/cell.js";
import {key, ruleOf} from "../disclosure/ruleOf.js";

const minimum = 10;

/** Every number of persons of so many that would be printed as this one is. */
function alike(n: number, of: number, coarser: number): number[] {
  const round = toStep(5 * coarser);
  const shown = round && keepOpen(round, of, minimum);
  return Array.from({length: of - minimum + 1}, (_, i) => minimum + i).filter((k) => shown?.(k, k) === shown?.(n, n));
}

describe("a published number of persons", () => {
  it("leaves two or more possible for each of 10 to 120 of 11 to 120 known ones, at any step", () => {
    const told: string[] = [];
    for (const coarser of [1, 2, 4])
      for (let of = minimum + 1; of <= 120; of += 1)
        for (let n = minimum; n <= of; n += 1)
          if (alike(n, of, coarser).length < 2) told.push(`${n} of ${of} in steps of ${5 * coarser}`);
    expect(told).toEqual([]);
  });

  it("used to tell 18 of 18, printed as 20, and no longer does", () => {
    expect(toStep(5)?.(18, 18)).toBe(20);
    expect(alike(18, 18, 1)).toEqual([13, 14, 15, 16, 17, 18]);
  });

  it("is not shown where it could only be all of them, nor is anything beside it", () => {
    const rows = [{unit: "a", n: 10, asked: 10, mean: 3}];
    const of = {persons: "n", within: "asked"} as const;
    const {value} = releaseRows(
      rows,
      {unit: key, n: ruleOf({...of, statistic: "count", round: toStep(5)}), mean: ruleOf({...of, range: [1, 5]})},
      {table: "t", key: ["unit"]}
    );
    expect(value.rows).toEqual([{unit: "a", n: {suppressed: "fewer than 10"}, mean: {suppressed: "fewer than 10"}}]);
  });

  it("of managers at every step tells no exact number: 620 of 620, 618 of 618, 23 of 23", async () => {
    for (const all of [620, 618, 623, 23, 25, 38]) {
      const counted = {
        eligible: all,
        rated: all,
        compared: all - 1,
        considered: all,
        started: all,
        either_side: all - 2
      };
      const context = {
        policy: policyFor({thresholds: {}}),
        warehouse: {query: () => Promise.resolve([counted]), close: () => undefined}
      } as unknown as ReleaseContext;
      const released = await managerFlow.make(context);
      const cells = behindOf([released]).tables.flatMap((table) => table.cells);
      expect(cells.filter((cell) => !isSuppressed(cell.shown)).length).toBeGreaterThan(5);
      for (const cell of cells) expect(possibleCounts(cell), `${cell.row} of ${all}`).toBeGreaterThanOrEqual(2);
    }
  });
});
