import {expect, it} from "vitest";
import {comparable} from "../../src/evidence/comparable.js";
import {nextDesign} from "../../src/evidence/nextDesign.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {planOf} from "../../src/evidence/planOf.js";
import {random} from "../../src/stats/random.js";
import {coaching} from "./coaching.js";

const plan = planOf({
  specification: "scrap ~ grant | department_id + fiscal_year",
  term: "grant",
  worthwhile: 1
});

it("comparable(rows, plan) keeps rows with every value that the plan takes, and a next study counts their units alone", () => {
  const source = random(3);
  const rows = Array.from({length: 60}, (_, i) => ({
    department_id: `D${i % 20}`,
    fiscal_year: 2011 + Math.floor(i / 20),
    grant: Number(i >= 20 && i % 2 === 0),
    scrap: i % 20 < 12 ? 10 + source.normal() : null
  }));
  expect(comparable(rows, plan)).toHaveLength(36);
  expect(comparable([{department_id: "D1", fiscal_year: 2011, grant: 1, scrap: {suppressed: "few"}}], plan)).toEqual(
    []
  );
  const measures = describeMeasures(
    [
      {name: "grant", label: "Grant", unit: "0 or 1", direction: "higher", role: "exposure"},
      {name: "scrap", label: "Scrap", unit: "points", direction: "lower", role: "outcome"}
    ],
    "yen"
  );
  expect(nextDesign({rows, suppressed: {}}, {...coaching, measures, plan})).toContain(
    "Of the 20 here, 12 can be compared."
  );
});
