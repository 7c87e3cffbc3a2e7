import {balance} from "../components/figures/balance.js";
import {bandPlot} from "../components/figures/bandPlot.js";
import {eventStudy} from "../components/figures/eventStudy.js";
import {likert} from "../components/figures/likert.js";
import {shrinkage} from "../components/figures/shrinkage.js";
import {transitions} from "../components/figures/transitions.js";
import {
  answers,
  banded,
  characteristics,
  department,
  effects,
  events,
  from,
  groups,
  moves,
  outcome,
  questions,
  to,
  year
} from "./inventedRows.js";
import type {Specimen} from "./specimen.js";

/** Figures of what was fitted, and of persons. */
export const modelSpecimens: readonly Specimen[] = [
  {
    kind: "band",
    name: "Band",
    title: "Engagement rises by half a point in nine years",
    rows: banded,
    few: 2,
    loses: "outcome",
    draw: (rows, options) =>
      bandPlot(
        rows,
        {
          time: year,
          bands: [
            {
              value: {...outcome, role: "outcome"},
              low: from,
              high: to
            }
          ]
        },
        {events, ...options}
      )
  },
  {
    kind: "event",
    name: "Event study",
    title: "Nothing before the start, a slow rise after it",
    rows: effects,
    few: 2,
    loses: "estimate",
    draw: (rows, options) =>
      eventStudy(
        rows,
        {
          time: {name: "at", label: "Years from the first session", digits: 0},
          estimate: {name: "estimate", label: "Difference", unit: "points", digits: 2},
          low: from,
          high: to,
          uniformLow: {name: "lowest", label: "band from", digits: 2},
          uniformHigh: {name: "highest", label: "band to", digits: 2}
        },
        options
      )
  },
  {
    kind: "likert",
    name: "Diverging answers",
    title: "Most agree; least that they would recommend the company",
    rows: questions,
    few: 1,
    loses: "often",
    names: "question",
    draw: (rows, options) => likert(rows, {item: {name: "question", label: "Question"}, answers}, options)
  },
  {
    kind: "shrinkage",
    name: "Shrinkage dumbbell",
    title: "Small departments' extremes are mostly noise",
    rows: groups,
    few: 1,
    loses: "shrunken",
    names: "department",
    draw: (rows, options) =>
      shrinkage(
        rows,
        {
          label: department,
          n: {name: "n", label: "Persons", digits: 0},
          raw: {name: "raw", label: "Own mean", digits: 2},
          shrunken: {name: "shrunken", label: "Shrunken", unit: "points", digits: 2},
          low: from,
          high: to
        },
        {middle: 3.4, ...options}
      )
  },
  {
    kind: "balance",
    name: "Balance",
    title: "Those who came were older; weighting makes them alike",
    rows: characteristics,
    few: 1,
    loses: "after",
    names: "covariate",
    draw: (rows, options) =>
      balance(
        rows,
        {
          covariate: {name: "covariate", label: "Characteristic"},
          before: {name: "before", label: "As they came", digits: 2},
          after: {name: "after", label: "Weighted", digits: 2}
        },
        options
      )
  },
  {
    kind: "transitions",
    name: "Transitions",
    title: "Two in three keep their standing from one year to the next",
    rows: moves,
    few: 3,
    loses: "share",
    draw: (rows, options) =>
      transitions(
        rows,
        {
          from: {name: "from", label: "Standing before"},
          to: {name: "to", label: "Standing after"},
          share: {name: "share", label: "Share", digits: 2},
          n: {name: "n", label: "Persons", digits: 0}
        },
        options
      )
  }
];
