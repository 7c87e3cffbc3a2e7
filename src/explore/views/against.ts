import {enhanceFigures} from "../../components/controls/enhanceFigures.js";
import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {capital, decimal, pValue} from "../../evidence/format.js";
import type {ExplorerContext} from "../context.js";
import {estimateRows, type EstimateRow} from "../draw/rows.js";
import type {AgainstRow} from "../estimateAgainst.js";
import {measureIn} from "../grain.js";
import {rWords} from "../words.js";
import {quiet} from "../quiet.js";
import {rowComparison} from "../rowComparison.js";
import {setAside} from "../setAside.js";
import {entryOf} from "./pair.js";
import {waiting} from "./pairExtras.js";

/** The exposure by every other measure, negative controls among them. */
export function against(context: ExplorerContext): HTMLElement {
  const {document, comparison} = context;
  const place = element(document, "div", {}, waiting(document));
  void quiet(
    context.ask("against", comparison, {signal: context.signal}).then((rows) => {
      place.replaceChildren(forest(context, rows));
      enhanceFigures(place);
      recordAll(context, rows);
    }),
    place
  );
  return place;
}

function recordAll(context: ExplorerContext, rows: readonly AgainstRow[]): void {
  const {comparison, ledger, document} = context;
  ledger.record(rows.flatMap((row) => ("p" in row ? [entryOf(rowComparison(row, comparison), context, row.p)] : [])));
  document.dispatchEvent(new Event("longview-ledger"));
}

function forest(context: ExplorerContext, found: readonly AgainstRow[]): HTMLElement {
  const {grain, comparison, document, source, change} = context;
  const x = measureIn(grain, comparison.exposure);
  const clear = found.filter((row) => "q" in row && row.q !== null && row.q < 0.05);
  const ordered = found.toSorted((a, b) => rank(b) - rank(a));
  function rank(row: AgainstRow): number {
    return "r" in row ? row.r : -2;
  }
  const width = Math.min(context.width, 920);
  const rows = ordered.map((row): EstimateRow => {
    const {label, role} = measureIn(grain, row.name);
    return {
      label: capital(label),
      value: "r" in row ? row.r : null,
      interval: "r" in row ? row.interval : null,
      words:
        "r" in row ? `${rWords(row.r, row.interval)}${row.q === null ? "" : `, q ${pValue(row.q)}`}` : "no estimate",
      kind: role === "negative control" ? "control" : row.name === comparison.outcome ? "main" : undefined,
      act: () => change({...rowComparison(row, comparison), view: "pair"})
    };
  });
  const title =
    clear.length === 0
      ? `No measure is clearly linked with ${x.label} once their number is counted`
      : `${clear.length} of ${found.length} measures are linked with ${x.label} once their number is counted`;
  return figure(
    {
      rows: ordered.map((row) => ({
        name: measureIn(grain, row.name).label,
        role: measureIn(grain, row.name).role,
        ...("r" in row
          ? {
              r: row.r,
              low: row.interval?.[0] ?? null,
              high: row.interval?.[1] ?? null,
              p: row.p,
              q: row.q,
              familywise: row.familywise,
              n: row.n
            }
          : {r: null, low: null, high: null, p: null, q: null, familywise: null, n: null})
      })),
      columns: [
        {name: "name", label: "Measure"},
        {name: "role", label: "Role"},
        {name: "r", label: "r", digits: 3},
        {name: "low", label: "from", digits: 3},
        {name: "high", label: "to", digits: 3},
        {name: "p", label: "p", digits: 4},
        {name: "q", label: "q, Benjamini-Hochberg", digits: 4},
        {name: "familywise", label: "p, Westfall-Young", digits: 4},
        {name: "n", label: "n", digits: 0}
      ],
      description: `${found.length} measures against ${x.label}: ${ordered.map((row) => ("r" in row ? `${measureIn(grain, row.name).label} ${decimal(row.r, 2)}` : measureIn(grain, row.name).label)).join("; ")}.`,
      remarks: [
        "Partial correlations, so that all measures share a scale. Lines are 95\u202f% confidence intervals.",
        `q is adjusted for the number of measures (Benjamini-Hochberg)${found.some((row) => "familywise" in row && row.familywise !== null) ? "; the table has p by Westfall and Young too" : ""}.`,
        found.some(({name}) => measureIn(grain, name).role === "negative control")
          ? "Open triangles are measures that the programme cannot affect."
          : undefined,
        setAside(comparison, grain, ["brush"]),
        grain.kind === "panel"
          ? "A pair's own interval covers that of the exchange of whole courses too, so it can be wider."
          : undefined,
        "Enter or a click on a mark opens the pair."
      ],
      draw: () =>
        estimateRows(rows, {width, label: "Partial correlation r", format: (value) => decimal(value, 1)}, document)
    },
    {
      title,
      subtitle: `Exploratory · ${grain.label}`,
      source,
      id: "explore-against",
      width,
      size: "wide",
      table: "opened",
      document
    }
  );
}
