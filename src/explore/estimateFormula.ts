/** A formula by one of the estimators that are offered; all of the engine that this takes is loaded with it, once. */
import type {Estimate} from "../stats/estimate.js";
import {parseFormula} from "../stats/formula/parseFormula.js";
import type {Table} from "../stats/formula/table.js";
import {logit} from "../stats/generalised/logit.js";
import {ordinal} from "../stats/generalised/ordinal.js";
import {mixedModel} from "../stats/mixed/mixedModel.js";
import {ols} from "../stats/regression/ols.js";
import {wildBootstrap} from "../stats/regression/wildBootstrap.js";
import {permuteCourses} from "../stats/resampling/permuteCourses.js";
import {comparisonData, pickRows, vcovOf} from "./comparisonData.js";
import type {Grain} from "./grain.js";
import type {AskedFormula, EstimatorName} from "./offeredEstimators.js";

type Estimator = (text: string, table: Table, asked: AskedFormula) => Estimate<object>;

const estimators: Readonly<Record<EstimatorName, Estimator>> = {
  ols: (text, table, asked) =>
    ols(text, table, {vcov: vcovOf(asked.comparison.errors, asked.grain), ...panelOf(asked)}),
  nw: (text, table, asked) => ols(text, table, {vcov: {nw: "auto"}, ...panelOf(asked)}),
  fd: (text, table, asked) => panelModel("fd", text, table, asked),
  random: (text, table, asked) => panelModel("random", text, table, asked),
  exchange: (text, table, asked) =>
    permuteCourses(text, table, {
      term: firstTerm(text),
      strata: asked.grain.kind === "panel" ? (asked.grain.line ?? undefined) : undefined,
      ...panelOf(asked)
    }),
  wild: (text, table, {grain}) =>
    wildBootstrap(text, table, {cluster: grain.unit!, term: firstTerm(text), draws: 1999, ...placesOf(grain)}),
  mixed: (text, table) => mixedModel(text, table),
  logit: (text, table, asked) => logit(text, table, panelOf(asked)),
  ordinal: (text, table, asked) => ordinal(text, table, panelOf(asked))
};

/** @throws {Error} the engine's refusal, if the formula or its rows are not right */
export function estimateFormula(name: EstimatorName, text: string, asked: AskedFormula): Estimate<object> {
  return estimators[name](text, rowsOf(asked), asked);
}

function panelModel(model: "fd" | "random", text: string, table: Table, asked: AskedFormula): Estimate<object> {
  return ols(text, table, {model, vcov: vcovOf(asked.comparison.errors, asked.grain), ...panelOf(asked)});
}

const firstTerm = (text: string): string => parseFormula(text).terms[0]?.label ?? "";

/** The rows that years and lines leave, all of their columns. */
function rowsOf({comparison, grain}: AskedFormula): Table {
  const {rows} = comparisonData(
    {...comparison, lag: 0, transform: "none", controls: [], brush: null, weights: null},
    grain
  );
  // what lag and transformation make has columns of its own
  const {columns} = comparisonData({...comparison, brush: null}, grain);
  return pickRows(columns, rows, Object.keys(columns));
}

function placesOf({unit, time}: Grain): {unit?: string; time?: string} {
  return {unit: unit ?? undefined, time: time ?? undefined};
}

function panelOf({comparison, grain}: AskedFormula): {unit?: string; time?: string; weights?: string} {
  return {...placesOf(grain), weights: comparison.weights ?? undefined};
}
