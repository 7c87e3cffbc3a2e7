import {describe, expect, it} from "vitest";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {serialiseComparison} from "../../src/explore/serialiseComparison.js";
import {sayEstimate} from "../../src/explore/words.js";
import {releasedTables, study} from "./releasedFixture.js";

const tables = Object.fromEntries(
  Object.entries(releasedTables()).map(([name, table]) => [
    name,
    {...table, rows: table.rows.filter(({fiscal_year: year}) => year === undefined || year === 2015)}
  ])
);
const unplanned = {...study, plan: []};
const [grain] = grainsOf(tables, unplanned);

describe("the explorer of a study of one year", () => {
  it("opens on a comparison of the units with one another, which has an estimate and says what it is", () => {
    const comparison = defaultComparison(grain!, unplanned);
    expect(comparison).toMatchObject({effects: "none", errors: "CR2", transform: "none"});
    const {main} = estimateComparison(comparison, grain!, {lenses: false});
    expect(Number.isFinite(main.slope)).toBe(true);
    expect(main.n).toBeGreaterThan(10);
    expect(sayEstimate(comparison, grain!, main).sentence).toMatch(/\d/);
  });

  it("is opened again by the link that it writes", () => {
    const comparison = defaultComparison(grain!, unplanned);
    expect(parseComparison(serialiseComparison(comparison, grain!), grainsOf(tables, unplanned), unplanned)).toEqual(
      comparison
    );
  });
});
