/** A comparison and its estimate as sentences: who is compared with whom, by how much, how sure. */
import {capital, count, decimal, digitsFor, interval, list, pValue, percent} from "../evidence/format.js";
import {inPrint} from "../evidence/panel/inPrint.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {leastOf} from "../stats/description/leastOf.js";
import {standardDeviation} from "../stats/description/standardDeviation.js";
import {spokenOf, wasOutcome} from "../words/en/outcome.js";
import type {Comparison} from "./comparison.js";
import type {ComparisonData} from "./comparisonData.js";
import type {Interval, LensEstimate} from "./lensEstimate.js";
import {fewDf} from "./estimateComparison.js";
import type {Exchange} from "./exchangeOf.js";
import type {Grain, GrainMeasure} from "./grain.js";
import {changeWords, measureIn, narrowedBy, valuesOf} from "./grain.js";

const narrow = "\u202f";

/** A unit as it follows its number: a sign after a narrow space, a word after a whole one, neither on a line of its own. */
export function spaced(unit: string): string {
  return unit === "" ? "" : `${unit === "%" ? narrow : "\u00a0"}${unit}`;
}

/** How a difference is printed: per so much of the exposure, in the outcome's own unit. */
export interface PrintScale {
  /** brings a slope to print: the step over one, times the outcome's scale */
  readonly by: number;
  /** "10 points more participation" */
  readonly step: string;
  /** "percentage points" */
  readonly unit: string;
}

export function printScale({exposure, outcome, transform}: Comparison, grain: Grain): PrintScale {
  const [x, y] = [measureIn(grain, exposure), measureIn(grain, outcome)];
  if (transform === "rank") return {by: 1, step: `one place further up in ${spokenOf(x.label)}`, unit: "places"};
  const {scale, unit} = transform === "log" ? {scale: 100, unit: "%"} : inPrint(y.unit, spreadOf(grain, y.name));
  const [size, words] = stepOf(x, grain);
  if (x.unit === "0 or 1") return {by: scale, step: `a yes rather than a no to “${x.label}”`, unit};
  const spoken = spokenOf(x.label);
  return {by: size * scale, step: `${words} more ${spoken.startsWith("the ") ? `in ${spoken}` : x.label}`, unit};
}

/** Ten points of a share; else a round number near the measure's standard deviation. */
function stepOf({unit, name}: GrainMeasure, grain: Grain): readonly [number, string] {
  if (unit === "share") return [0.1, "10 points"];
  const size = roundNumber(spreadOf(grain, name));
  return [
    size,
    `${count(size) === "0" ? decimal(size, 2) : size < 10 ? String(size) : count(size)}${unit === "" || unit === "programmes" || unit === "people" ? "" : spaced(unit)}`
  ];
}

function roundNumber(size: number): number {
  if (!(size > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const lead = size / power;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
}

const spreads = new WeakMap<Float64Array, number>();

/** A measure's standard deviation; worked out once. */
function spreadOf(grain: Grain, name: string): number {
  const values = valuesOf(grain, name);
  const found = spreads.get(values) ?? standardDeviation(values);
  spreads.set(values, found);
  return found;
}

/** Who is compared with whom. */
export function comparedWith(
  {effects, transform}: Comparison,
  {kind, unitWords, lineWords, timeWords, row}: Grain
): string {
  if (kind === "series")
    return transform === "change" ? `From ${timeWords.one} to ${timeWords.one}` : `Over all ${row.many}`;
  if (kind === "rows") return `Over all ${row.many}`;
  return {
    none: `With all ${row.many} together`,
    unit: `Comparing each ${unitWords.one} with itself over the years`,
    time: `Comparing ${unitWords.many} within each year`,
    "unit+time": `Comparing each ${unitWords.one} with itself and with the others of the same year`,
    "unit+line^time": `Comparing each ${unitWords.one} with itself and with the others of its ${lineWords.one} in the same year`
  }[effects];
}

/** What the slopes of a figure or a table are in. */
export function slopeUnit(comparison: Comparison, grain: Grain): string {
  const {step, unit} = printScale(comparison, grain);
  const amount = unit === "" ? "" : unit.startsWith("per ") ? ` ${unit},` : ` in ${unit === "%" ? "percent" : unit}`;
  return `Slopes are${amount} for ${step}.`;
}

export interface Said {
  readonly sentence: string;
  readonly range: string;
}

/** The estimate in two sentences, with the interval that it has. */
export function sayEstimate(comparison: Comparison, grain: Grain, main: LensEstimate): Said {
  const {by, step, unit} = printScale(comparison, grain);
  const {label} = measureIn(grain, comparison.outcome);
  const [slope, ends] = [main.slope * by, main.slopeInterval?.map((end) => end * by)];
  const [low, high] = [leastOf(ends ?? [0, 0]), greatestOf(ends ?? [0, 0])];
  const digits = ends ? digitsFor(low, high) : 2;
  const size = decimal(Math.abs(slope), digits);
  const side = slope > 0 ? "higher" : "lower";
  const amount = `${size}${spaced(unit)}`;
  const way =
    Number(size) === 0 ? "no different" : unit.startsWith("per ") ? `${side} by ${amount}` : `${amount} ${side}`;
  const was =
    comparison.transform === "change"
      ? `the ${grain.kind === "series" ? "" : "yearly "}change in ${spokenOf(label)} was`
      : wasOutcome({name: "", label});
  const lag =
    comparison.lag === 0
      ? ""
      : comparison.lag > 0
        ? ` ${times(grain, comparison.lag)} before`
        : ` ${times(grain, -comparison.lag)} after`;
  const adjusted =
    comparison.controls.length === 0
      ? ""
      : `, adjusted for ${list(comparison.controls.map((name) => measureIn(grain, name).label))}`;
  const sentence = `${comparedWith(comparison, grain)}${adjusted}, ${was} ${way} for ${step}${lag}.`;
  const based = `based on ${count(main.n)} ${main.n === 1 ? grain.row.one : grain.row.many}`;
  if (!ends) return {sentence, range: `${main.refused ?? "There is no interval."} The estimate is ${based}.`};
  const between =
    low > 0 || high < 0
      ? `${decimal(Math.min(Math.abs(low), Math.abs(high)), digits)} and ${decimal(Math.max(Math.abs(low), Math.abs(high)), digits)} ${low > 0 ? "higher" : "lower"}`
      : `${decimal(-low, digits)} lower and ${decimal(high, digits)} higher`;
  return {sentence, range: `The 95${narrow}% confidence interval lies between ${between}, ${based}.`};
}

export function times({timeWords}: Grain, n: number): string {
  return n === 1 ? `one ${timeWords.one}` : `${n} ${timeWords.many}`;
}

/** "0.17 (0.06 to 0.29)" in the printed unit */
export function slopeWords(comparison: Comparison, grain: Grain, slope: number, ends: Interval | null): string {
  const {by} = printScale(comparison, grain);
  if (ends === null) return decimal(slope * by, 2);
  const [low, high] = [ends[0] * by, ends[1] * by];
  const digits = digitsFor(low, high);
  return `${decimal(slope * by, digits)} (${interval(low, high, digits)})`;
}

/** "The same year", "2 years before" */
export function lagWords({timeWords: {one, many}}: Grain, lag: number): string {
  if (lag === 0) return `The same ${one}`;
  return `${Math.abs(lag)} ${Math.abs(lag) === 1 ? one : many} ${lag > 0 ? "before" : "after"}`;
}

export function rWords(r: number, ends: Interval | null): string {
  return ends === null ? decimal(r, 2) : `${decimal(r, 2)} (${interval(ends[0], ends[1], 2)})`;
}

/** How the interval was made, for a researcher. */
export function errorWords(
  {errors}: Comparison,
  {kind, unitWords}: Grain,
  {df, clusters, refused}: LensEstimate,
  exchange: Exchange | null
): string {
  // that there is none, and why, stands in the place of the interval
  if (refused !== null || df === null) return "";
  const by =
    kind === "panel" && (errors === "CR2" || errors === "CR1")
      ? `${errors} by ${unitWords.one}, ${clusters} ${unitWords.many}, ${decimal(df, 1)} effective degrees of freedom`
      : `${errors === "iid" ? "classical errors" : "HC3"}, ${decimal(df, 0)} degrees of freedom`;
  const wider = exchange?.interval ? "; at either end the wider of this and the exchange of whole courses" : "";
  return `${capital(by)}${wider}.`;
}

export function exchangeWords(exchange: Exchange | null, grain: Grain): string {
  if (exchange === null)
    return grain.kind === "series"
      ? `${capital(grain.timeWords.many)} that follow one another cannot be exchanged.`
      : "So few rows can change places that an exchange shows nothing.";
  const who =
    grain.kind === "panel"
      ? `${grain.unitWords.many}${grain.line === null ? "" : ` of one ${grain.lineWords.one}`} exchanged their whole course`
      : "rows exchanged their value";
  return `p = ${pValue(exchange.p)}, if ${who} at random (${count(exchange.draws)} draws).`;
}

/** What should be known before the estimate is believed, where it belongs. */
export function warningsFor(comparison: Comparison, grain: Grain, data: ComparisonData, main: LensEstimate): string[] {
  const {exposure, outcome, lag, effects, transform, brush, years: chosen, lines} = comparison;
  const [x, y] = [measureIn(grain, exposure), measureIn(grain, outcome)];
  const warnings: string[] = [];
  if (lag < 0)
    warnings.push(`${capital(x.label)} is taken from after ${y.label}. A link here cannot come from ${x.label}.`);
  if (brush !== null && brush.y.some(Number.isFinite))
    warnings.push(`The stretch selects on ${y.label}, the outcome. That alone changes the estimate.`);
  if (main.df !== null && main.refused === null && main.df < fewDf)
    warnings.push(`With ${decimal(main.df, 1)} effective degrees of freedom, read the interval with care.`);
  if (exposure === "stock")
    warnings.push(`The ${x.label} can hardly fall, so it rises together with anything that grows.`);
  if (
    grain.kind !== "rows" &&
    transform !== "change" &&
    !effects.includes("time") &&
    trending(grain, data, exposure) &&
    trending(grain, data, outcome)
  )
    warnings.push(
      `Both measures have a trend over time. Compare ${changeWords(grain, "s")} too${grain.kind === "panel" ? ", or take out years" : ""}.`
    );
  const width = x.unit === "share" && x.role === "exposure" ? bandWidth(valuesOf(grain, exposure)) : null;
  if (width !== null)
    warnings.push(
      `${capital(x.label)} is published in steps of ${percent(width, 0)}, which makes links look a little weaker.`
    );
  const withheld = x.withheld + y.withheld;
  if (withheld > 0)
    warnings.push(`${withheld === 1 ? "1 cell is" : `${count(withheld)} cells are`} withheld and left out.`);
  const lacking = data.lacking.reduce((sum, {n}) => sum + n, 0);
  if (lacking > 0 && withheld === 0)
    warnings.push(
      lacking === 1
        ? `1 ${grain.row.one} lacks a value and is left out.`
        : `${count(lacking)} ${grain.row.many} lack a value and are left out.`
    );
  if (chosen !== null || lines.length > 0)
    warnings.push(`Only some ${narrowedBy(grain)} are in. Chosen after looking, they make chance findings likelier.`);
  return warnings;
}

/** The width of the bands whose middles all values but zero are; null where they are no bands. */
function bandWidth(values: Float64Array): number | null {
  const met = [...new Set(values)].filter((value) => value > 0).toSorted((a, b) => a - b);
  const width = met.reduce((least, value, i) => Math.min(least, i === 0 ? least : value - met[i - 1]!), Infinity);
  const isMiddle = (value: number): boolean => Math.abs(((value / width) % 1) - 0.5) < 1e-6;
  return width < 1 && met.every(isMiddle) ? width : null;
}

/** Whether a measure's yearly averages rise or fall nearly in a line. */
function trending(grain: Grain, {rows}: ComparisonData, name: string): boolean {
  if (grain.time === null) return false;
  const [time, values] = [valuesOf(grain, grain.time), valuesOf(grain, name)];
  const byYear = new Map<number, {sum: number; n: number}>();
  for (const row of rows) {
    const year = byYear.get(time[row]!) ?? {sum: 0, n: 0};
    byYear.set(time[row]!, {sum: year.sum + values[row]!, n: year.n + 1});
  }
  const points = Array.from(byYear, ([year, {sum, n}]) => [year, sum / n] as const);
  if (points.length < 4) return false;
  const [mx, my] = [0, 1].map((i) => points.reduce((sum, point) => sum + point[i]! / points.length, 0));
  let [xx, yy, xy] = [0, 0, 0];
  for (const [a, b] of points) {
    xx += (a - mx!) ** 2;
    yy += (b - my!) ** 2;
    xy += (a - mx!) * (b - my!);
  }
  return Math.abs(xy) > 0.7 * Math.sqrt(xx * yy);
}

/** Numbers along an axis or in a tip, as the study's pages print them. */
export function formatFor(
  {unit}: Pick<GrainMeasure, "unit">,
  transform: Comparison["transform"] = "none"
): (value: number) => string {
  if (transform === "rank") return (value) => decimal(value, 0);
  if (unit === "share") return (value) => percent(value, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0);
  return (value) => {
    const size = Math.abs(value);
    if (size >= 1e9) return `${decimal(value / 1e9, 1)}${narrow}bn`;
    if (size >= 1e6) return `${decimal(value / 1e6, size >= 1e7 ? 0 : 1)}${narrow}m`;
    if (size >= 1e4) return `${decimal(value / 1e3, 0)}${narrow}k`;
    return size >= 100 ? decimal(value, 0) : size >= 10 ? decimal(value, 1) : decimal(value, 2);
  };
}
