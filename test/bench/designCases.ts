import {honestBounds} from "../../src/stats/did/honestBounds.js";
import type {Random} from "../../src/stats/random.js";
import {specificationCurve} from "../../src/stats/specification/specificationCurve.js";
import type {SpecificationGrid} from "../../src/stats/specification/specificationGrid.js";
import type {BenchCase, Columns} from "./benchCase.js";

const measures = ["margin", "profit", "per head", "share", "stock", "dose", "headcount", "turnover", "grade"];

/** 27 departments over nine years, and 1,080 specifications of what was measured there. */
function departments({normal}: Random): Columns {
  const n = 27 * 9;
  const year = Float64Array.from({length: n}, (_, i) => i % 9);
  return {
    ...Object.fromEntries(measures.map((name) => [name, Float64Array.from({length: n}, () => normal() + 5)])),
    department: Float64Array.from({length: n}, (_, i) => Math.floor(i / 9)),
    year,
    late: year.map((value) => (value > 2 ? 1 : 0))
  };
}

const grid: SpecificationGrid = {
  outcomes: ["margin", "profit", "per head"],
  exposures: ["share", "stock", "dose"],
  controls: [[], ["headcount"], ["turnover"], ["grade"], ["headcount", "turnover", "grade"]],
  effects: [["year"], ["department"], ["department", "year"]],
  samples: [null, "late"],
  weights: [null, "headcount", "turnover", "grade"]
};

const event = [-0.005, -0.011, -0.003, -0.001, 0.0003, 0.046, 0.069];
const covariance = event.map((_, i) => event.map((_value, j) => (i === j ? 7e-5 : 3e-5)));

export const designCases: readonly BenchCase[] = [
  {
    name: "honest-bounds",
    data: () => ({event}),
    ours: () => () => {
      honestBounds(event, covariance, {pre: 5, post: 2}, {kind: "rm", M: [0.5, 1, 1.5, 2], draws: 1000});
      return [];
    },
    dated: {name: "HonestDiD", cpu_ms: 120_000, ours_ms: null, on: "2026-11"},
    tolerance: 0
  },
  {
    name: "specification-curve",
    data: departments,
    ours: (table) => () => {
      specificationCurve(table, grid, {unit: "department", time: "year"});
      return [];
    },
    goal_ms: 1000,
    tolerance: 0
  }
];
