import {dataTable} from "../../../src/components/dataTable.js";
import {element} from "../../../src/components/element.js";
import type {FigureOptions} from "../../../src/components/figure.js";
import {scatter} from "../../../src/components/scatter.js";
import {series} from "../../../src/components/series.js";
import type {EvidenceContext} from "../../../src/evidence/context.js";
import {compareWithPublished} from "../../../src/evidence/departments.js";
import {capital} from "../../../src/evidence/format.js";
import type {MeasureDescription} from "../../../src/evidence/measure.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {numbers} from "../../../src/released/table.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {figureOptions} from "../marks/figureOptions.js";
import {htmlMark} from "../marks/mark.js";
import {signedEvidence} from "../marks/signedEvidence.js";
import type {FindingInput, FindingPage} from "./findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "./measureColumn.js";
import {smallForest} from "./smallForest.js";

export const departmentsPage: FindingPage = {
  lead(input) {
    const {finding, tables, context, plan} = input;
    const table = tables.get("department_years");
    if (!table) return null;
    const exposure = measureNamed(context.measures, plan.term);
    const outcome = outcomeOf(finding, context);
    const [naive] = finding.evidence;
    const options = figureOptions(
      input,
      "departments-lead",
      naive && finding.primary
        ? `Pooled ${signedEvidence(naive)}, within units ${signedEvidence(finding.primary)}: two pictures of the same cells`
        : "Participation and outcome"
    );
    if (exposure.unit === "0 or 1") return byGroup(table, exposure, outcome, context, options);
    const [x, y] = [numbers(table.rows, plan.term), numbers(table.rows, outcome.name)];
    const [intercept, slope] = ols("y ~ x", {x, y}).terms;
    return scatter(
      table.rows,
      {x: columnFor(exposure), y: columnFor(outcome)},
      {
        unit: {name: "name", label: capital(context.unit.one)},
        order: yearColumn,
        line: intercept && slope && {intercept: intercept.estimate, slope: slope.estimate},
        xFormat: formatFor(exposure),
        yFormat: formatFor(outcome),
        ...options
      }
    );
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({published: htmlMark(publishedTable(input))})
};

/** A yes-or-no exposure: the outcome's median through the years, of units that ever had it and of those that never did. */
function byGroup(
  {rows}: ReleasedTable,
  exposure: MeasureDescription,
  outcome: MeasureDescription,
  {unit}: EvidenceContext,
  options: FigureOptions
): Element {
  const ever = new Set(rows.filter((row) => row[exposure.name] === 1).map((row) => row.department_id));
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  const middle = (at: number, exposed: boolean): number | null => {
    const values = numbers(
      rows.filter((row) => row.fiscal_year === at && ever.has(row.department_id ?? "") === exposed),
      outcome.name
    )
      .filter((value) => !Number.isNaN(value))
      .toSorted((a, b) => a - b);
    return values.length === 0
      ? null
      : ((values[Math.floor((values.length - 1) / 2)] ?? 0) + (values[Math.floor(values.length / 2)] ?? 0)) / 2;
  };
  const lines = years.map((at) => ({fiscal_year: at, exposed: middle(at, true), other: middle(at, false)}));
  const label = exposure.label.toLowerCase();
  return series(
    lines,
    {
      time: yearColumn,
      columns: [
        {name: "exposed", label: `${unit.many} ever with a ${label}`, role: "participation", digits: 2},
        {name: "other", label: `${unit.many} never with one`, role: "reference", digits: 2}
      ]
    },
    {together: true, height: 260, ...options}
  );
}

/** Published estimates of the same data, where the study has any, beside ours. */
function publishedTable({finding, release: {study}, tables, document}: FindingInput): Element | null {
  const published = study.plan.find((planned) => planned.finding === finding.id)?.published;
  const rows = tables.get("department_years")?.rows;
  if (!published || !rows) return null;
  const columns = Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((name) => [
      name,
      typeof rows[0]?.[name] === "string" ? rows.map((row) => String(row[name])) : numbers(rows, name)
    ])
  );
  const fitted = ols(finding.specification, columns, {
    vcov: published.vcov === "iid" ? "iid" : {cluster: "department_id"}
  });
  const compared = published.terms.map((term) => {
    const ours = fitted.terms.find((candidate) => candidate.term === term.term);
    if (!ours) throw new RangeError(`the plan's published term is not in the model: ${term.term}`);
    const {estimate, se, agrees} = compareWithPublished(term, ours);
    const minus = (value: string): string => value.replace("-", "\u2212");
    return {term: term.term, published: `${minus(term.estimate)} (${term.se})`, ours: `${estimate} (${se})`, agrees};
  });
  return element(
    document,
    "div",
    {},
    element(document, "h2", {}, "Beside the published estimates"),
    element(document, "p", {}, `${published.citation}; ${fitted.n} rows, standard errors in brackets.`),
    dataTable(
      compared,
      [
        {name: "term", label: "Term"},
        {name: "published", label: "Published"},
        {name: "ours", label: "Computed here"},
        {name: "agrees", label: "Agrees to the printed digits"}
      ],
      {caption: "Published estimates beside ours", document}
    )
  );
}
