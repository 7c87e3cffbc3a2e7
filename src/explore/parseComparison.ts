import {list} from "../evidence/format.js";
import {byNumber} from "../released/byNumber.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {leastOf} from "../stats/description/leastOf.js";
import type {Brush, Comparison, Range} from "./comparison.js";
import {effects, errorTypes, mostLag, transforms, views} from "./comparison.js";
import {defaultComparison, habits} from "./defaultComparison.js";
import type {Grain} from "./grain.js";
import {distinctOf, namesOf, valuesOf} from "./grain.js";
import {inOrder} from "./inOrder.js";
import {nearest} from "./nearest.js";
import {offeredErrors, offeredSizes, offeredTransforms} from "./offered.js";
import type {ExploredStudy} from "./study.js";

const keys = [
  "table",
  "y",
  "x",
  "years",
  "line",
  "lag",
  "transform",
  "control",
  "effects",
  "weights",
  "errors",
  "xrange",
  "yrange",
  "view"
] as const;

/**
 * A link's query as a comparison of the study's measures; what it leaves out is the grain's default.
 *
 * @throws {RangeError} a sentence for the reader, if the link names something that is not there
 */
export function parseComparison(query: string, grains: readonly Grain[], study: ExploredStudy): Comparison {
  const given = new URLSearchParams(query);
  for (const key of given.keys()) known(key, keys, "the link's setting");
  for (const key of keys)
    if (key !== "line" && key !== "control" && given.getAll(key).length > 1)
      throw new RangeError(`The link says ${key} twice. Keep one.`);
  const [first] = grains;
  if (!first) throw new RangeError("This study has no table with two measures to compare.");
  const table = given.get("table") ?? first.name;
  known(
    table,
    grains.map(({name}) => name),
    "the table"
  );
  const grain = grains.find(({name}) => name === table) ?? first;
  const base = defaultComparison(grain, study);
  // a link that names no pair is of the planned one, with all that was planned
  const unsaid = given.has("x") || given.has("y") ? {...habits(grain), controls: [], lag: 0} : base;
  const measure = (key: string, fallback: string): string =>
    known(given.get(key) ?? fallback, namesOf(grain), "the measure");
  const asked = {outcome: given.get("y"), exposure: given.get("x")};
  let [outcome, exposure] = [measure("y", base.outcome), measure("x", base.exposure)];
  if (outcome === exposure) {
    if (asked.outcome !== null && asked.exposure !== null)
      throw new RangeError(`The link compares ${exposure} with itself. Choose two measures.`);
    if (asked.outcome === null) outcome = base.exposure;
    else exposure = base.outcome;
  }
  const controls = (given.has("control") ? given.getAll("control") : unsaid.controls).map((name) =>
    known(name, namesOf(grain), "the measure")
  );
  const twice = controls.find((name) => name === outcome || name === exposure);
  if (twice !== undefined)
    throw new RangeError(`The link adjusts for ${twice}, which it also compares. Leave it out of the controls.`);
  const weights = given.get("weights");
  if (weights !== null) weightsAllowed(grain, known(weights, namesOf(grain), "the measure"));
  const transform = known(given.get("transform") ?? unsaid.transform, transforms, "the transformation");
  if (!offeredTransforms(grain).includes(transform))
    throw new RangeError("The link compares yearly changes, and this table has no years. Leave transform out.");
  const errors = known(given.get("errors") ?? unsaid.errors, errorTypes, "the kind of errors");
  if (!offeredErrors(grain).includes(errors))
    throw new RangeError(
      `The link takes ${errors} errors, which are by unit, and this table has no units over time. Leave errors out.`
    );
  return {
    table,
    outcome,
    exposure,
    years: yearsIn(given.get("years"), grain),
    lines: linesIn(given.getAll("line"), grain),
    lag: given.has("lag") ? lagIn(given.get("lag"), grain) : unsaid.lag,
    transform,
    controls: inOrder(controls, namesOf(grain)),
    effects: effectsIn(given.get("effects") ?? unsaid.effects, grain),
    weights,
    errors,
    brush: brushIn(given),
    view: known(given.get("view") ?? "pair", views, "the view")
  };
}

function known<Name extends string>(name: string, names: readonly Name[], what: string): Name {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  const near = nearest(name, names);
  const advice = near === undefined ? `There are ${list(names)}.` : `Did you mean ${near}?`;
  throw new RangeError(`The link is not right: ${what} “${name.slice(0, 60)}” is unknown. ${advice}`);
}

function yearsIn(text: string | null, {time, columns}: Grain): Range | null {
  if (text === null) return null;
  if (time === null) throw new RangeError("The link names years, and this table has none. Leave them out.");
  const [from, to, more] = text.split("..").map(wholeNumber);
  if (from === undefined || to === undefined || more !== undefined || Number.isNaN(from + to) || from > to)
    throw new RangeError("The link's years are not right. Write them as 2011..2019, the earlier first.");
  const all = Array.from(columns[time] as Float64Array);
  const [first, last] = [leastOf(all), greatestOf(all)];
  if (from < first || to > last)
    throw new RangeError(`The link's years are not all there. The table has ${first} to ${last}.`);
  return from === first && to === last ? null : [from, to];
}

/** All of them is none left out, as in the page's own choices. */
function linesIn(names: readonly string[], grain: Grain): string[] {
  if (names.length > 0 && grain.line === null)
    throw new RangeError(`The link names ${grain.lineWords.many}, and this table has none. Leave line out.`);
  const all = distinctOf(grain, grain.line).toSorted(byNumber);
  const found = inOrder(
    names.map((name) => known(name, all, "the line")),
    all
  );
  return found.length === all.length ? [] : found;
}

function lagIn(text: string | null, {kind}: Grain): number {
  if (text === null) return 0;
  const lag = wholeNumber(text);
  if (!(Math.abs(lag) <= mostLag))
    throw new RangeError(`The link's lag is not a whole number from −${mostLag} to ${mostLag}.`);
  if (lag !== 0 && kind === "rows")
    throw new RangeError("The link names a lag, and this table has no years. Leave it out.");
  return lag;
}

function effectsIn(name: string, grain: Grain): Comparison["effects"] {
  const found = known(name, effects, "what is taken out");
  if (grain.kind !== "panel" && found !== "none")
    throw new RangeError(`The link takes out ${found}, and this table has no units over time. Leave effects out.`);
  if (found === "unit+line^time" && grain.line === null)
    throw new RangeError(
      `The link takes out ${grain.lineWords.one} and year, and this table has no ${grain.lineWords.many}. Write effects=unit%2Btime.`
    );
  return found;
}

/** @throws {RangeError} if it is no size */
function weightsAllowed(grain: Grain, name: string): void {
  if (valuesOf(grain, name).some((value) => value < 0))
    throw new RangeError(`The link weights by ${name}, which is below zero in places. Choose a size.`);
  const sizes = offeredSizes(grain);
  if (!sizes.includes(name))
    throw new RangeError(
      `The link weights by ${name}, which is no size. ${sizes.length === 0 ? "This table has none. Leave weights out." : `There are ${list(sizes)}.`}`
    );
}

function brushIn(given: URLSearchParams): Brush | null {
  const [x, y] = [rangeIn(given.get("xrange")), rangeIn(given.get("yrange"))];
  if (x === null && y === null) return null;
  return {x: x ?? [-Infinity, Infinity], y: y ?? [-Infinity, Infinity]};
}

function rangeIn(text: string | null): Range | null {
  if (text === null) return null;
  const [from, to, more] = text.split("..").map(endOf);
  const closed = Number.isFinite(from) || Number.isFinite(to);
  if (from === undefined || to === undefined || more !== undefined || !closed || !(from <= to))
    throw new RangeError("The link's stretch is not right. Write it as 0.1..0.4, the smaller first.");
  return [from, to];
}

/** A stretch may be open at an end. */
function endOf(text: string): number {
  return /^-?(Infinity|\d*\.?\d+(e[-+]?\d+)?)$/.test(text) ? Number(text) : NaN;
}

function wholeNumber(text: string): number {
  return /^-?\d{1,5}$/.test(text) ? Number(text) + 0 : NaN;
}
