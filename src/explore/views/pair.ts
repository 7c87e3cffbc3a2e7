import {enhanceFigures} from "../../components/controls/enhanceFigures.js";
import {element} from "../../components/parts/element.js";
import {decimal, pValue} from "../../evidence/format.js";
import type {ExplorerContext} from "../context.js";
import {type ComparisonErrors, joinErrors} from "../comparisonErrors.js";
import type {Comparison, Range} from "../comparison.js";
import {type ComparisonData, comparisonData, formulaOf} from "../comparisonData.js";
import {habits} from "../defaultComparison.js";
import {type ComparisonEstimate, estimateComparison, sketchComparison} from "../estimateComparison.js";
import {textTable} from "../draw/textTable.js";
import {carefulEstimate} from "../careful.js";
import type {Exchange} from "../exchangeOf.js";
import type {LensEstimate} from "../lensEstimate.js";
import type {LedgerEntry} from "../ledger.js";
import {badgeOf} from "../planned.js";
import {quiet} from "../quiet.js";
import {serialiseComparison} from "../serialiseComparison.js";
import {errorWords, exchangeWords, rWords, sayEstimate, slopeWords, warningsFor} from "../words.js";
import type {Answers} from "../worker/ask.js";
import {complementPart, sayBoth} from "./complement.js";
import {lagFigure, partsFigure, waiting, withoutFigure} from "./pairExtras.js";
import {lensNames, pairFigure} from "./pairFigure.js";
import {residualsFigure} from "./residualsFigure.js";

/** rows up to which the page estimates by itself; more of them would hold it up, and go to the worker */
const fewRows = 300;
/** values up to which the page sketches by itself: a worker's answer waits for another frame */
const fewValues = 40_000;

/** The pair: the estimate in words, four ways of looking at it, and what it hangs on. */
export function pair(context: ExplorerContext): HTMLElement {
  const {comparison, grain, document, ask, signal} = context;
  if (grain.size <= fewRows) {
    const estimate = estimateComparison(comparison, grain);
    const {node, finish} = pairParts(context, estimate);
    finish(estimate);
    return node;
  }
  const place = element(document, "div", {}, waiting(document));
  const far = grain.size * (2 + comparison.controls.length) > fewValues;
  const sketch = far ? ask("sketch", comparison, {signal}) : null;
  const estimated = ask("estimate", comparison, {signal});
  const begun = begin(context, place, sketch);
  const finished = Promise.all([begun, estimated]).then(([finish, errors]) => finish(errors));
  void quiet(finished, place);
  return place;
}

/** Draws the sketch, the worker's or the page's own, which is there at once; then takes the errors. */
async function begin(
  context: ExplorerContext,
  place: HTMLElement,
  sketch: Promise<Answers["sketch"]> | null
): Promise<(errors: ComparisonErrors) => void> {
  const {comparison, grain} = context;
  // while the worker sketches
  const data = async (): Promise<ComparisonData> => comparisonData(comparison, grain);
  const whole =
    sketch === null
      ? sketchComparison(comparison, grain)
      : await Promise.all([sketch, data()]).then(([found, prepared]) => ({data: prepared, ...found}));
  const {node, finish} = pairParts(context, whole);
  place.replaceChildren(node);
  return (errors) => finish(joinErrors(whole, errors));
}

/** Slopes and correlations are shown at once, with their dots; their intervals and what they hang on as they are found. */
interface PairParts {
  readonly node: HTMLElement;
  readonly finish: (estimate: ComparisonEstimate) => void;
}

function pairParts(context: ExplorerContext, sketch: ComparisonEstimate): PairParts {
  const {document} = context;
  const node = element(document, "div");
  const said = element(
    document,
    "div",
    {class: "explore-said", role: "status"},
    waiting(document, "Working out its interval and p …")
  );
  const later = element(
    document,
    "div",
    {class: "explore-later"},
    waiting(
      document,
      `Working out what it depends on: without single rows, at other lags, ${context.grain.line === null ? "" : `by ${context.grain.lineWords.one} and `}by year …`
    )
  );
  let drawn = pairFigure(context, sketch);
  const stretch = complementPart(context);
  const numbers = element(document, "div");
  node.append(said, drawn.node, stretch, numbers, later);
  enhanceFigures(node);
  const show = (estimate: ComparisonEstimate): void => {
    if (!drawn.finish(estimate)) {
      const before = drawn.node;
      drawn = pairFigure(context, estimate);
      before.replaceWith(drawn.node);
      enhanceFigures(node);
    }
    numbers.replaceChildren(table(context, estimate));
  };
  const finish = (estimate: ComparisonEstimate): void => {
    show(estimate);
    askFurther(context, estimate, {
      said,
      later,
      onCareful(careful) {
        show(careful);
        if (context.comparison.brush !== null) stretch.append(sayBoth(context, careful));
      }
    });
  };
  return {node, finish};
}

interface FurtherOptions {
  readonly said: HTMLElement;
  readonly later: HTMLElement;
  /** with the intervals that the sentence has, once the exchange is known */
  readonly onCareful: (estimate: ComparisonEstimate) => void;
}

function askFurther(
  context: ExplorerContext,
  estimate: ComparisonEstimate,
  {said, later, onCareful}: FurtherOptions
): void {
  const {comparison, ask, signal} = context;
  const exchanged = ask("exchange", comparison, {signal}).then((exchange) => {
    const main = carefulEstimate(estimate.main, exchange);
    const careful = {...estimate, main, lenses: estimate.lenses.map((one) => (one === estimate.main ? main : one))};
    said.replaceChildren(...wordsOf(context, careful, exchange));
    record(context, main);
    onCareful(careful);
  });
  void quiet(exchanged, said);
  void quiet(
    ask("extras", comparison, {signal}).then((extras) => {
      const parts = [
        withoutFigure(context, extras, estimate.main),
        lagFigure(context, extras),
        partsFigure(context, extras),
        residualsFigure(context, estimate, extras)
      ];
      later.replaceChildren(...parts.filter((part) => part !== null));
      enhanceFigures(later);
    }),
    later
  );
}

function wordsOf(context: ExplorerContext, {main, data}: ComparisonEstimate, exchange: Exchange | null): HTMLElement[] {
  const {comparison, grain, document, badge} = context;
  const {sentence, range} = sayEstimate(comparison, grain, main);
  const planned = badge !== "Exploratory";
  return [
    element(document, "p", {class: "explore-badge", "data-planned": planned}, badge),
    element(document, "p", {class: "claim-sentence"}, sentence),
    element(document, "p", {}, range),
    element(
      document,
      "p",
      {class: "small explore-how"},
      [errorWords(comparison, grain, main, exchange), exchangeWords(exchange, grain)]
        .filter((text) => text !== "")
        .join(" ")
    ),
    ...warningsFor(comparison, grain, data, main).map((warning) =>
      element(document, "p", {class: "explore-warning"}, warning)
    )
  ];
}

/** The comparison, counted once whichever view shows it. */
export function record(context: ExplorerContext, {p}: LensEstimate): void {
  context.ledger.record([entryOf(context.comparison, context, p)]);
  context.document.dispatchEvent(new Event("longview-ledger"));
}

/** How a comparison is counted: under one key and one name, and as planned where it is that. */
export function entryOf(
  comparison: Comparison,
  {grain, study}: Pick<ExplorerContext, "grain" | "study">,
  p: number | null
): Omit<LedgerEntry, "at"> {
  return {
    key: keyOf(comparison, grain),
    label: labelOf(comparison, grain, formulaOf(comparison, grain)),
    p,
    planned: badgeOf(comparison, grain, study) !== "Exploratory"
  };
}

export function keyOf(comparison: ExplorerContext["comparison"], grain: ExplorerContext["grain"]): string {
  return serialiseComparison({...comparison, view: "pair"}, grain);
}

/** The formula, and what sets the comparison apart from another of the same formula. */
export function labelOf(
  {years, lines, brush, weights, errors, exposure, outcome}: ExplorerContext["comparison"],
  grain: ExplorerContext["grain"],
  formula: string
): string {
  const among = [
    years && years.join(" to "),
    lines.join(", "),
    brush && stretchOf(exposure, brush.x),
    brush && stretchOf(outcome, brush.y),
    weights && `weighted by ${weights}`,
    errors !== habits(grain).errors && `${errors === "iid" ? "classical" : errors} errors`
  ].filter((part) => part);
  return among.length > 0 ? `${formula}; ${among.join("; ")}` : formula;
}

function stretchOf(name: string, ends: Range): string {
  if (!ends.some(Number.isFinite)) return "";
  const [from, to] = ends.map((end) => String(Number(end.toPrecision(3))));
  return from === "-Infinity"
    ? `${name} to ${to}`
    : to === "Infinity"
      ? `${name} from ${from}`
      : `${name} ${from} to ${to}`;
}

function table({comparison, grain, document}: ExplorerContext, {lenses, main}: ComparisonEstimate): HTMLElement {
  const columns = ["Comparison", "Slope (95\u202f% interval)", "r (95\u202f% interval)", "p", "df", "Based on"];
  const rows = (lenses.includes(main) ? lenses : [...lenses, main]).map((one) => {
    const name = lensNames[one.lens](grain);
    const title = one === main ? `${name} (this comparison)` : name;
    if ("reason" in one) return [title, one.reason];
    return [
      title,
      slopeWords(comparison, grain, one.slope, one.slopeInterval),
      rWords(one.r, one.rInterval),
      one.p === null ? "" : pValue(one.p),
      one.df === null ? "" : decimal(one.df, 1),
      String(one.n)
    ];
  });
  return textTable(
    columns.map((head, i) => ({title: head, numeric: i > 0})),
    rows,
    {caption: "estimates", kind: "explore-table", document}
  );
}
