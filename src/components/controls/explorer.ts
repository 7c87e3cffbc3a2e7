import {ols} from "../../stats/regression/ols.js";
import {pearson} from "../../stats/association/pearson.js";
import {repeatedCorrelation} from "../../stats/association/repeatedCorrelation.js";
import type {Estimate} from "../../stats/estimate.js";
import {numbersOrNull} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import {capital, count, decimal, interval, percent} from "../../evidence/format.js";
import type {MeasureDescription} from "../../evidence/measure.js";
import {describeMeasures, measureNamed} from "../../evidence/measure.js";
import {element} from "../parts/element.js";
import {enhanceFigures} from "./enhanceFigures.js";
import {scatter} from "../figures/scatter.js";

/** What the explorer needs to know of the study, as its description has it. */
export interface ExploredStudy {
  readonly measures: readonly MeasureDescription[];
  readonly currency: {readonly label: string};
  readonly words: {readonly unit: {readonly one: string; readonly many: string}};
  readonly plan: readonly {readonly finding: string; readonly specification: string; readonly term: string}[];
}

export interface ExplorerOptions {
  study: ExploredStudy;
  width?: number;
  document?: Document;
}

/** Any two measures of units and years: the scatter, the correlations, n, and how many pairs have been looked at. */
export function explorer(
  table: ReleasedTable,
  {study, width = 680, document = globalThis.document}: ExplorerOptions
): HTMLElement {
  const unit = study.words.unit.one;
  const measures = measuresOf(table, study);
  const planned = plannedPair(measures, study);
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  const query = new URLSearchParams(document.defaultView?.location.hash.slice(1));
  const select = (name: string, label: string, fallback: string): {field: HTMLElement; control: HTMLSelectElement} => {
    const control = element(
      document,
      "select",
      {name},
      ...measures.map((measure) => element(document, "option", {value: measure.name}, capital(measure.label)))
    );
    const asked = query.get(name);
    control.value = measures.some((measure) => measure.name === asked) && asked !== null ? asked : fallback;
    return {control, field: element(document, "label", {}, `${label} `, control)};
  };
  const x = select("x", "Across", planned[0]);
  const y = select("y", "Up", planned[1]);
  const plot = element(document, "div");
  const numbersBelow = element(document, "div", {role: "status"});
  const seen = new Set<string>();
  const draw = (): void => {
    const [across, up] = [x.control.value, y.control.value];
    seen.add([across, up].toSorted().join(" "));
    document.defaultView?.history.replaceState(null, "", `#x=${across}&y=${up}`);
    const described = (name: string): MeasureDescription => measureNamed(byName, name);
    const column = (name: string): {name: string; label: string; unit: string} => {
      const {label: words, unit: of} = described(name);
      return {name, label: capital(words), unit: of === "share" ? "" : of};
    };
    const format = (name: string): ((value: number) => string) | undefined =>
      described(name).unit === "share" ? (value) => percent(value) : undefined;
    const [a, b] = [numbersOrNull(table.rows, across), numbersOrNull(table.rows, up)];
    const label = (name: string): string => column(name).label.toLowerCase();
    plot.replaceChildren(
      scatter(
        table.rows,
        {x: column(across), y: column(up)},
        {
          title: `${column(up).label} against ${label(across)}`,
          subtitle: `One dot a ${unit} and fiscal year`,
          unit: {name: "name", label: unit},
          order: {name: "fiscal_year", label: "fiscal year"},
          line: fitOf(a, b),
          xFormat: format(across),
          yFormat: format(up),
          id: "explorer",
          width,
          document
        }
      )
    );
    enhanceFigures(plot);
    numbersBelow.replaceChildren(
      element(
        document,
        "dl",
        {class: "claim-numbers"},
        ...[
          inWords(`All ${unit}-years`, () => pearson(a, b)),
          inWords(`Within ${study.words.unit.many}`, () =>
            repeatedCorrelation(
              a,
              b,
              table.rows.map((row) => String(row.department_id))
            )
          ),
          [`Pairs you looked at`, String(seen.size)] as const
        ].map(([term, text]) =>
          element(document, "div", {}, element(document, "dt", {}, term), element(document, "dd", {}, text))
        )
      ),
      element(
        document,
        "p",
        {class: "small"},
        "Exploratory: the interval for all takes every row as independent, which rows of one unit are not, so that it is too narrow."
      )
    );
  };
  x.control.addEventListener("change", draw);
  y.control.addEventListener("change", draw);
  draw();
  return element(
    document,
    "div",
    {},
    element(document, "div", {class: "controls"}, x.field, y.field),
    plot,
    numbersBelow
  );
}

const keys = ["department_id", "name", "division", "fiscal_year"];

/** The table's measures, the study's own first. */
function measuresOf({rows}: ReleasedTable, {measures, currency}: ExploredStudy): MeasureDescription[] {
  const described = describeMeasures(measures, currency.label);
  const own = new Set(measures.map(({name}) => name));
  return Object.keys(rows[0] ?? {})
    .filter((name) => !keys.includes(name))
    .map((name) => measureNamed(described, name))
    .toSorted((a, b) => Number(own.has(b.name)) - Number(own.has(a.name)));
}

/** The pair that the plan compares, else the first two. */
function plannedPair(measures: readonly MeasureDescription[], {plan}: ExploredStudy): [string, string] {
  const planned = plan.find(({finding}) => finding === "departments");
  const outcome = /(\w+)\)?\s*~/.exec(planned?.specification ?? "")?.[1];
  const has = (name: string | undefined): name is string => measures.some((measure) => measure.name === name);
  const [first, second = first] = measures.map(({name}) => name);
  return [has(planned?.term) ? planned.term : (first ?? ""), has(outcome) ? outcome : (second ?? "")];
}

function fitOf(
  x: readonly (number | null)[],
  y: readonly (number | null)[]
): {slope: number; intercept: number} | undefined {
  try {
    const [intercept, slope] = ols("y ~ x", {x, y}).terms;
    return intercept && slope && {slope: slope.estimate, intercept: intercept.estimate};
  } catch {
    return undefined;
  }
}

function inWords(term: string, estimate: () => Estimate<object>): readonly [string, string] {
  try {
    const {terms, n} = estimate();
    const r = terms[0];
    const range = r?.low != null && r.high != null ? ` (${interval(r.low, r.high, 2)})` : "";
    return [term, `r = ${decimal(r?.estimate ?? NaN)}${range}, n = ${count(n)}`];
  } catch (error) {
    return [term, `undefined: ${error instanceof Error ? error.message : String(error)}`];
  }
}
