import {enhanceFigures} from "../../components/controls/enhanceFigures.js";
import {plotted, type PlottedPoint} from "../../components/controls/plotted.js";
import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {textWidth} from "../../components/parts/textWidth.js";
import {wrapText} from "../../components/parts/wrapText.js";
import {capital, decimal, list, pValue, percent} from "../../evidence/format.js";
import type {ExplorerContext} from "../context.js";
import {extentOf, panel} from "../../components/parts/panel.js";
import type {CurveFound} from "../estimateCurve.js";
import {quiet} from "../quiet.js";
import {setAside} from "../setAside.js";
import {enteringLabel} from "../axisLabel.js";
import {entryOf} from "./pair.js";

/** The comparison under every defensible choice, with a joint test that can be stopped. */
export function curve(context: ExplorerContext): HTMLElement {
  const {document, comparison} = context;
  const stop = new AbortController();
  const bar = element(document, "progress", {max: 1, value: 0, "aria-label": "Progress of the joint test"});
  const button = element(document, "button", {type: "button"}, "Cancel");
  const place = element(
    document,
    "div",
    {},
    element(
      document,
      "p",
      {class: "explore-waiting", role: "status"},
      "Estimating every choice, and each again under chance …"
    ),
    bar,
    button
  );
  button.addEventListener("click", () => {
    stop.abort();
    place.replaceChildren(
      element(document, "p", {class: "figure-empty"}, "Cancelled. Choose Curve again to start anew.")
    );
  });
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const progress = (done: number, of: number): void => {
    bar.max = of;
    bar.value = done;
  };
  void quiet(
    context.ask("curve", comparison, {signal, progress}).then((found) => {
      place.replaceChildren(drawn(context, found));
      enhanceFigures(place);
      recordCurve(context, found);
    }),
    place
  );
  return place;
}

/** A curve is one look, at all of its choices together. */
function recordCurve(context: ExplorerContext, {joint}: CurveFound): void {
  const {key, label} = entryOf({...context.comparison, brush: null}, context, null);
  context.ledger.record([{key: `${key} curve`, label: `${label}; all its choices`, p: joint.median, planned: false}]);
  context.document.dispatchEvent(new Event("longview-ledger"));
}

/** The greater number of choices that point one way. */
function whichPoint(n: number, of: number): string {
  return n === of ? `All ${of} reasonable choices` : `Of ${of} reasonable choices, ${percent(n / of)}`;
}

type Point = CurveFound["points"][number];

function choices(context: ExplorerContext, made: CurveFound["made"]): {kind: string; of: (point: Point) => string}[] {
  const label = (name: string): string =>
    context.grain.measures.find((one) => one.name === name)?.label ?? name.replaceAll("_", " ");
  const {unit, time} = context.grain;
  const taken = (effects: readonly string[]): string =>
    effects.length === 0
      ? "nothing"
      : list(effects.map((name) => (name === unit ? context.grain.unitWords.one : name === time ? "year" : name)));
  return [
    {kind: "Exposure", of: ({specification}) => label(made[specification.exposure] ?? specification.exposure)},
    {kind: "Taken out", of: ({specification}) => taken(specification.effects)},
    {
      kind: "Adjusted for",
      of: ({specification}) =>
        specification.controls.length === 0 ? "nothing" : list(specification.controls.map(label))
    },
    {kind: "Years", of: ({specification}) => (specification.sample === null ? "all" : "without the first")},
    {kind: "Weights", of: ({specification}) => (specification.weights === null ? "none" : label(specification.weights))}
  ];
}

function drawn(context: ExplorerContext, {points, summary, joint, left, made}: CurveFound): HTMLElement {
  const {comparison, grain, document, source} = context;
  const [x, y] = [comparison.exposure, comparison.outcome].map((name) => enteringLabel(name, grain, comparison));
  const kinds = choices(context, made);
  const up = points.filter(({standardised}) => standardised > 0).length;
  const width = Math.min(context.width, 920);
  return figure(
    {
      rows: points.map((point) => ({
        ...Object.fromEntries(kinds.map(({kind, of}) => [kind, of(point)])),
        standardised: point.standardised,
        p: point.p,
        n: point.n
      })),
      columns: [
        ...kinds.map(({kind}) => ({name: kind, label: kind})),
        {name: "standardised", label: "Standardised estimate", digits: 3},
        {name: "p", label: "p", digits: 4},
        {name: "n", label: "n", digits: 0}
      ],
      description: `${points.length} choices; ${up} estimates are above zero; the median is ${decimal(summary.median, 2)}; joint p ${pValue(joint.median)}.`,
      remarks: [
        `If ${grain.unitWords.many} exchanged their courses at random, a median this far from zero would come with p = ${pValue(joint.median)} (${joint.draws} draws).`,
        "Filled marks are clear by themselves (p under 0.05). The choices share data, so their number is not evidence.",
        left === 0
          ? undefined
          : left === 1
            ? "One further choice cannot be estimated."
            : `${left} further choices cannot be estimated.`,
        setAside(comparison, grain, ["brush"])
      ],
      draw: () => curveDrawing(points, kinds, width, document)
    },
    {
      title: `${whichPoint(Math.max(up, points.length - up), points.length)} point ${up * 2 >= points.length ? "up" : "down"}`,
      subtitle: `Exploratory · ${capital(y!)} and ${x}; estimates in standard deviations`,
      source,
      id: "explore-curve",
      width,
      size: "wide",
      table: "opened",
      document
    }
  );
}

function curveDrawing(
  points: readonly Point[],
  kinds: ReturnType<typeof choices>,
  width: number,
  document: Document
): SVGSVGElement {
  const lanes = kinds.flatMap(({kind, of}) => {
    const options = [...new Set(points.map(of))];
    return options.length < 2 ? [] : options.map((option, i) => ({kind: i === 0 ? kind : "", option, of}));
  });
  const above = 190;
  const height = above + 30 + lanes.length * 20 + 12;
  const grouped = width >= 560;
  const longest = greatestOf(
    lanes.map(({kind, option}) => textWidth(capital(option)) + (grouped ? textWidth(kind) : 0))
  );
  const left = Math.min(width * 0.42, longest + (grouped ? 34 : 14));
  const drawing = panel(
    {
      width,
      height: above,
      x: {domain: [-0.5, points.length - 0.5], format: String, shown: false},
      y: {
        domain: extentOf(
          points.map(({standardised}) => standardised),
          0
        ),
        format: (value) => decimal(value, 1),
        label: "Standard deviations",
        ticks: 4
      },
      margin: {left, bottom: 6, right: 8}
    },
    document
  );
  const {svg, body, y, inner} = drawing;
  const across = (i: number): number => inner.left + ((i + 0.5) / points.length) * (inner.right - inner.left);
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  body.append(
    svgElement(document, "line", {x1: inner.left, x2: inner.right, y1: y(0), y2: y(0), stroke: "var(--edge)"})
  );
  const marks: PlottedPoint[] = points.map((point, i) => {
    const [cx, cy] = [across(i), y(point.standardised)];
    body.append(
      svgElement(document, "circle", {
        cx,
        cy,
        r: 3,
        fill: point.p < 0.05 ? "var(--outcome)" : "var(--paper)",
        stroke: "var(--outcome)"
      })
    );
    return {
      x: cx,
      y: cy,
      words: () =>
        `${kinds.map(({kind, of}) => `${kind}: ${of(point)}`).join("\n")}\n${decimal(point.standardised, 3)}, p ${pValue(point.p)}, n ${point.n}`
    };
  });
  plotted.set(svg, marks);
  const step = Math.max(1, Math.min(6, (inner.right - inner.left) / points.length - 0.5));
  lanes.forEach(({kind, option, of}, lane) => {
    const at = above + 24 + lane * 20;
    body.append(
      ...(kind === "" || !grouped
        ? []
        : [svgElement(document, "text", {x: 0, y: at + 4, fill: "var(--ink-soft)"}, kind)]),
      svgElement(
        document,
        "text",
        {x: left - 10, y: at + 4, "text-anchor": "end", fill: "var(--ink)"},
        wrapText(capital(option), grouped ? left - 24 - textWidth(kind) : left - 14, {
          lines: 1
        })[0] ?? ""
      )
    );
    const ticks = points.flatMap((point, i) =>
      of(point) === option
        ? [`M${(across(i) - step / 2).toFixed(1)},${at - 6}h${step.toFixed(1)}v12h${(-step).toFixed(1)}z`]
        : []
    );
    body.append(svgElement(document, "path", {d: ticks.join(""), fill: "var(--reference)", "fill-opacity": 0.7}));
  });
  return svg;
}
