import {connectedScatter} from "../components/figures/connectedScatter.js";
import {fitLine} from "../components/parts/fitLine.js";
import type {ForestRow} from "../components/figures/forest.js";
import {forest} from "../components/figures/forest.js";
import {lenses} from "../components/figures/lenses.js";
import {scatter} from "../components/figures/scatter.js";
import {series} from "../components/figures/series.js";
import {slopes} from "../components/figures/slopes.js";
import {strips} from "../components/figures/strips.js";
import {isSuppressed} from "../released/cell.js";
import {
  banded,
  compared,
  department,
  events,
  from,
  outcome,
  panel,
  participation,
  shared,
  shares,
  to,
  trending,
  without,
  year
} from "./inventedRows.js";
import type {Specimen} from "./specimen.js";

/** Figures of rows as they are, and of estimates beside one another. */
export const pictureSpecimens: readonly Specimen[] = [
  {
    kind: "forest",
    name: "Forest",
    title: "The difference shrinks once departments are compared with themselves",
    rows: compared,
    few: 1,
    loses: "estimate",
    names: "label",
    draw: (rows, options) =>
      forest(
        rows.map((row): ForestRow => {
          const {estimate = null} = row;
          if (!("estimate" in row)) throw new RangeError("missing column: estimate; the rows have unrelated");
          return {
            label: String(row.label),
            naive: row.naive === true,
            control: row.control === true,
            estimate: typeof estimate === "number" || isSuppressed(estimate) ? estimate : null,
            low: Number(row.low),
            high: Number(row.high),
            unit: "points",
            df: 62,
            p: null,
            n: 63,
            rows: "department-years",
            note: "invented"
          };
        }),
        options
      )
  },
  {
    kind: "scatter",
    name: "Scatter",
    title: "Departments that take part more are more engaged",
    rows: panel,
    few: 3,
    loses: "engagement",
    names: "department",
    draw: (rows, options) =>
      scatter(rows, shared, {
        unit: department,
        order: year,
        fits: [fitLine(rows, shared, {unit: department}), fitLine(rows, shared, {unit: department, within: true})],
        height: 300,
        ...options
      })
  },
  {
    kind: "slopes",
    name: "Two slopes",
    title: "Departments differ by more than any of them changes",
    rows: panel,
    few: 3,
    loses: "engagement",
    names: "department",
    draw: (rows, options) =>
      slopes(
        rows,
        {
          x: {name: "share", label: "Participation", digits: 2},
          y: {name: "engagement", label: "Engagement", unit: "points", digits: 2},
          unit: department,
          order: year
        },
        {
          between: {label: "between departments +2.1", slope: 2.1},
          within: {label: "each department with itself +1.1", slope: 1.1},
          height: 360,
          ...options
        }
      )
  },
  {
    kind: "strips",
    name: "Left out in turn",
    title: "No department and no year carries the estimate alone",
    rows: without,
    few: 1,
    loses: "estimate",
    names: "name",
    draw: (rows, options) =>
      strips(
        rows,
        {
          strip: {name: "strip", label: "Left out"},
          name: {name: "name", label: "Which"},
          value: {name: "estimate", label: "Estimate", unit: "points", digits: 2}
        },
        {rule: {at: 0.14, label: "all"}, ...options}
      )
  },
  {
    kind: "connected",
    name: "Connected scatter",
    title: "Both rise together, year after year",
    rows: trending,
    few: 2,
    loses: "outcome",
    draw: (rows, options) =>
      connectedScatter(rows, {x: participation, y: outcome, order: year}, {height: 320, ...options})
  },
  {
    kind: "series",
    name: "Annotated series",
    title: "Participation and engagement both rise",
    rows: banded,
    few: 2,
    loses: "outcome",
    draw: (rows, options) =>
      series(
        rows,
        {time: year, columns: [participation, {...outcome, role: "outcome", low: from, high: to}]},
        {events, ...options}
      )
  },
  {
    kind: "together",
    name: "Series together",
    title: "The share that took part came near the share invited",
    rows: shares,
    few: 2,
    loses: "took",
    draw: (rows, options) =>
      series(
        rows,
        {
          time: year,
          columns: [
            {name: "took", label: "took part", role: "participation", digits: 2},
            {name: "asked", label: "invited", role: "reference", digits: 2}
          ]
        },
        {together: true, height: 220, ...options}
      )
  },
  {
    kind: "lenses",
    name: "Trio of lenses",
    title: "What rises together need not move together",
    rows: trending,
    few: 3,
    loses: "outcome",
    draw: (rows, options) => lenses(rows, {time: year, x: participation, y: outcome}, options)
  }
];
