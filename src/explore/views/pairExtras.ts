import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {capital} from "../../evidence/format.js";
import {plotted, type PlottedPoint} from "../../components/controls/plotted.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import type {ExplorerContext} from "../context.js";
import {extentOf, panel} from "../../components/parts/panel.js";
import {estimateRows, type EstimateRow} from "../draw/rows.js";
import type {LensEstimate} from "../lensEstimate.js";
import type {Extras, Without} from "../extras.js";
import {measureIn} from "../grain.js";
import {lagWords, printScale, slopeWords, spaced} from "../words.js";
import {formatNumber} from "../../words/en/formatNumber.js";

const least = 2;

/** The estimate without each unit and year in turn; which of them it hangs on most. */
export function withoutFigure(context: ExplorerContext, {without}: Extras, main: LensEstimate): HTMLElement | null {
  const {comparison, grain, document, source, badge} = context;
  if (without.length < least) return null;
  const {by, step, unit} = printScale(comparison, grain);
  const width = Math.min(context.width, 680);
  const kinds = [...new Set(without.map(({kind}) => kind))];
  const most = without.toSorted((a, b) => Math.abs(b.slope - main.slope) - Math.abs(a.slope - main.slope))[0]!;
  const turned = without.filter(({slope}) => Math.sign(slope) !== Math.sign(main.slope)).length;
  const title =
    turned === 0
      ? "The direction stays the same whichever one is left out"
      : `Without some single ones the direction turns, in ${turned} of ${without.length} cases`;
  return figure(
    {
      rows: without.map(({kind, name, slope}) => ({
        kind: kind === "unit" ? grain.unitWords.one : grain.timeWords.one,
        name,
        slope: slope * by
      })),
      columns: [
        {name: "kind", label: "Left out"},
        {name: "name", label: "Which"},
        {name: "slope", label: `Difference for ${step}`, unit, digits: 3}
      ],
      description: `The estimate without each in turn; it runs from ${formatNumber(leastOf(without.map(({slope}) => slope)) * by)} to ${formatNumber(greatestOf(without.map(({slope}) => slope)) * by)}. It changes most without ${most.name}.`,
      remarks: [
        `It changes most without ${most.name}: ${slopeWords(comparison, grain, most.slope, null)}${spaced(unit)}. The rule is the estimate with all.`
      ],
      draw: () =>
        strip(
          without,
          kinds,
          {
            by,
            main,
            width,
            label: `Difference${unit === "" ? "" : `, ${unit}`}, for ${step}`,
            names: {unit: `Without a ${grain.unitWords.one}`, year: `Without a ${grain.timeWords.one}`}
          },
          document
        )
    },
    {
      title,
      subtitle: `${badge} · ${capital(measureIn(grain, comparison.outcome).label)} and ${measureIn(grain, comparison.exposure).label}`,
      source,
      id: "explore-without",
      width,
      table: "opened",
      document
    }
  );
}

interface StripOptions {
  readonly by: number;
  readonly main: LensEstimate;
  readonly width: number;
  readonly label: string;
  readonly names: Readonly<Record<Without["kind"], string>>;
}

function strip(
  without: readonly Without[],
  kinds: readonly Without["kind"][],
  {by, main, width, label, names}: StripOptions,
  document: Document
): SVGSVGElement {
  const drawing = panel(
    {
      width,
      height: 40 * kinds.length + 56,
      x: {
        domain: extentOf(
          without.map(({slope}) => slope * by),
          0,
          main.slope * by
        ),
        label,
        format: formatNumber,
        ticks: 6
      },
      y: {domain: [0, 1], format: formatNumber, shown: false},
      margin: {left: 148, top: 8}
    },
    document
  );
  const {body, x, inner} = drawing;
  const rule = (at: number, colour: string, wide: number): SVGElement =>
    svgElement(document, "line", {
      x1: x(at),
      x2: x(at),
      y1: inner.top,
      y2: inner.bottom,
      stroke: colour,
      "stroke-width": wide
    });
  body.append(rule(0, "var(--edge)", 1), rule(main.slope * by, "var(--emphasis)", 2.5));
  const points: PlottedPoint[] = [];
  kinds.forEach((kind, k) => {
    const y = inner.top + 20 + 40 * k;
    body.append(
      svgElement(document, "text", {x: 138, y: y + 4, "text-anchor": "end", fill: "var(--ink)"}, names[kind])
    );
    for (const one of without.filter((other) => other.kind === kind)) {
      body.append(
        svgElement(document, "circle", {
          cx: x(one.slope * by),
          cy: y,
          r: 4,
          fill: "var(--reference)",
          "fill-opacity": 0.55
        })
      );
      points.push({x: x(one.slope * by), y, words: () => `Without ${one.name}: ${formatNumber(one.slope * by)}`});
    }
  });
  plotted.set(drawing.svg, points);
  return drawing.svg;
}

/** The estimate with the exposure of earlier and later years. */
export function lagFigure(context: ExplorerContext, {lags}: Extras): HTMLElement | null {
  const {comparison, grain, document, source, change} = context;
  const [x, y] = [measureIn(grain, comparison.exposure), measureIn(grain, comparison.outcome)];
  const {many} = grain.timeWords;
  if (lags.filter(({slope}) => slope !== null).length < least) return null;
  return rowsFigure(
    context,
    lags.map(({lag, slope, interval}) => ({
      label: lagWords(grain, lag),
      slope,
      interval,
      kind: lag < 0 ? "reference" : lag === comparison.lag ? "main" : undefined,
      act: () => change({lag})
    })),
    {
      title: `${capital(x.label)} of earlier and later ${many}`,
      subtitle: `Exploratory · ${capital(y.label)}; each row takes ${x.label} from so many ${many} before or after`,
      note: `If the exposure came first, later ${many} (grey) should show nothing. Lines are 95\u202f% confidence intervals.`,
      source,
      id: "explore-lags",
      document
    }
  );
}

/** The estimate within each line, and among the units of each year. */
export function partsFigure(context: ExplorerContext, {parts}: Extras): HTMLElement | null {
  const {grain, document, source, comparison} = context;
  if (parts.filter(({slope}) => slope !== null).length < least) return null;
  return rowsFigure(
    context,
    parts.map(({label, slope, interval}) => ({label, slope, interval})),
    {
      title: grain.line === null ? "By year" : `By ${grain.lineWords.one} and by year`,
      subtitle: `Exploratory · ${grain.line === null ? "Single" : `${capital(grain.lineWords.many)} over all their years; single`} years between ${grain.unitWords.many}, ${measureIn(grain, comparison.outcome).label}`,
      note: "A single year compares different units, so levels are in it. Lines are 95\u202f% confidence intervals.",
      source,
      id: "explore-parts",
      document
    }
  );
}

interface PartRow {
  readonly label: string;
  readonly slope: number | null;
  readonly interval: readonly [number, number] | null;
  readonly kind?: EstimateRow["kind"];
  readonly act?: () => void;
}

function rowsFigure(
  {comparison, grain, width: room}: ExplorerContext,
  parts: readonly PartRow[],
  options: {title: string; subtitle: string; note: string; source: string; id: string; document: Document}
): HTMLElement {
  const {by, step, unit} = printScale(comparison, grain);
  const width = Math.min(room, 680);
  const rows = parts.map(({label, slope, interval, kind, act}): EstimateRow => ({
    label,
    value: slope === null ? null : slope * by,
    interval: interval && [interval[0] * by, interval[1] * by],
    words: slope === null ? "no estimate" : slopeWords(comparison, grain, slope, interval),
    kind,
    act
  }));
  return figure(
    {
      rows: rows.map(({label, value, interval}) => ({
        label,
        value,
        low: interval?.[0] ?? null,
        high: interval?.[1] ?? null
      })),
      columns: [
        {name: "label", label: "Which"},
        {name: "value", label: `Difference for ${step}`, unit, digits: 3},
        {name: "low", label: "from", digits: 3},
        {name: "high", label: "to", digits: 3}
      ],
      description: `Estimates: ${rows.map(({label, words}) => `${label} ${words}`).join("; ")}.`,
      draw: () =>
        estimateRows(
          rows,
          {width, label: `Difference${unit === "" ? "" : `, ${unit}`}, for ${step}`, format: formatNumber},
          options.document
        )
    },
    {...options, width, table: "opened"}
  );
}

/** A line while the rest is worked out. */
export function waiting(document: Document, words = "Working it out …"): HTMLElement {
  return element(document, "p", {class: "explore-waiting", role: "status"}, words);
}
