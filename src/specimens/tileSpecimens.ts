import {contour} from "../components/figures/contour.js";
import {coverage} from "../components/figures/coverage.js";
import {heatmap} from "../components/figures/heatmap.js";
import {leadLag} from "../components/figures/leadLag.js";
import {nullDistribution} from "../components/figures/nullDistribution.js";
import {nullRows} from "../components/figures/nullRows.js";
import {specificationCurve} from "../components/figures/specificationCurve.js";
import {department, from, panel, piles, plane, shifts, specifications, to, year} from "./inventedRows.js";
import type {Specimen} from "./specimen.js";

/** Figures of tiles, specifications and what chance would have done. */
export const tileSpecimens: readonly Specimen[] = [
  {
    kind: "heatmap",
    name: "Heatmap",
    title: "Participation grows in every department",
    rows: panel,
    few: 4,
    loses: "share",
    names: "department",
    draw: (rows, options) =>
      heatmap(rows, {x: year, y: department, value: {name: "share", label: "Participation", digits: 2}}, options)
  },
  {
    kind: "coverage",
    name: "Coverage",
    title: "All departments answered in all years",
    rows: panel,
    few: 4,
    loses: "n",
    names: "department",
    draw: (rows, options) =>
      coverage(rows, {unit: department, time: year, n: {name: "n", label: "Persons", digits: 0}}, options)
  },
  {
    kind: "lead-lag",
    name: "Lead and lag",
    title: "The tie is closest when engagement follows a year later",
    rows: shifts,
    few: 1,
    loses: "r",
    draw: (rows, options) =>
      leadLag(
        rows,
        {
          lag: {name: "lag", label: "Years by which engagement follows", digits: 0},
          r: {name: "r", label: "Correlation", digits: 2},
          nullLow: {name: "low", label: "chance from", digits: 2},
          nullHigh: {name: "high", label: "chance to", digits: 2}
        },
        options
      )
  },
  {
    kind: "specifications",
    name: "Specification curve",
    title: "The more is held equal, the smaller the difference",
    rows: specifications,
    few: 2,
    loses: "estimate",
    names: "controls",
    draw: (rows, options) =>
      specificationCurve(
        rows,
        {
          estimate: {name: "estimate", label: "Difference", unit: "points", digits: 2},
          low: from,
          high: to,
          choices: [
            {name: "sample", label: "Years"},
            {name: "controls", label: "Held equal"},
            {name: "errors", label: "Errors"}
          ],
          planned: {name: "planned", label: "As planned"}
        },
        options
      )
  },
  {
    kind: "contour",
    name: "Contour",
    title: "A cause twice as strong as size would leave nothing",
    rows: plane,
    few: 1,
    lose: (row) =>
      Number(row.treatment) >= 0.3 && Number(row.outcome) >= 0.28
        ? {...row, left: {suppressed: "fewer than 10"}}
        : Number(row.treatment) <= 0.06 && Number(row.outcome) >= 0.32
          ? {...row, left: null}
          : row,
    draw: (rows, options) =>
      contour(
        rows,
        {
          x: {name: "treatment", label: "Variance of participation explained", digits: 2},
          y: {name: "outcome", label: "Variance of engagement explained", digits: 2},
          value: {name: "left", label: "Difference left", unit: "points", digits: 3}
        },
        {
          height: 340,
          benchmarks: [
            {x: 0.07, y: 0.11, label: "size"},
            {x: 0.14, y: 0.22, label: "twice size"}
          ],
          ...options
        }
      )
  },
  {
    kind: "null",
    name: "Null distribution",
    title: "Chance alone seldom gives as much",
    rows: piles,
    few: 20,
    lose: (row) => row,
    draw: (rows, options, state) =>
      nullDistribution(
        rows,
        {
          value: {name: "value", label: "Difference", unit: "points", digits: 2},
          draws: {name: "draws", label: "Draws", digits: 0}
        },
        state === "withheld"
          ? {observed: {suppressed: "fewer than 10"}, ...options}
          : {observed: 0.4, p: 0.041, ...options}
      )
  },
  {
    kind: "null-rows",
    name: "Null distributions, row by row",
    title: "Selection alone would often go as far, chance would not",
    rows: [0, 0.35].flatMap((shift, i) =>
      [1, 3, 9, 17, 24, 17, 9, 3, 1].map((studies, k) => {
        const value = Number((shift + (k - 4) * 0.12).toFixed(2));
        return {
          group: i === 0 ? "Chance decides who takes part" : "The better take part",
          value,
          studies,
          far: value > 0.42
        };
      })
    ),
    few: 3,
    names: "group",
    draw: (rows, options) =>
      nullRows(
        rows,
        {
          group: {name: "group", label: "World"},
          value: {name: "value", label: "Difference", unit: "points", digits: 2},
          count: {name: "studies", label: "Studies", digits: 0},
          far: {name: "far", label: "As far"}
        },
        {
          found: [...new Set(rows.map(({group}) => String(group)))].map((group) => ({
            group,
            value: 0.42,
            words: "+0.42, found"
          })),
          ...options
        }
      )
  }
];
