import {dataTable} from "../../../components/parts/dataTable.js";
import {element} from "../../../components/parts/element.js";
import {compareWithPublished} from "../compareWithPublished.js";
import {numbers} from "../../../released/table.js";
import {ols} from "../../../stats/regression/ols.js";
import type {FindingInput} from "../../findingPage.js";
import * as figures from "../figures.en.js";

/** Published estimates of the same data, where the study has any, beside ours. */
export function publishedTable({plan, tables, document}: FindingInput): Element | null {
  const {published, specification, exposure} = plan;
  const rows = tables.get("department_years")?.rows;
  if (!published || !rows) return null;
  const columns = Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((name) => [
      name,
      typeof rows[0]?.[name] === "string" ? rows.map((row) => String(row[name])) : numbers(rows, name)
    ])
  );
  const {vcov} = published;
  const fitted = ols(specification, columns, {
    ...(exposure.lag > 0 ? {unit: "department_id", time: "fiscal_year"} : {}),
    vcov: vcov === "iid" || vcov === "HC1" ? vcov : {cluster: "department_id", type: vcov}
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
    element(document, "h2", {}, figures.published.heading),
    element(document, "p", {}, figures.published.text(published.citation, fitted.n)),
    dataTable(
      compared,
      [
        {name: "term", label: "Term"},
        {name: "published", label: "Published"},
        {name: "ours", label: "Computed here"},
        {name: "agrees", label: "Agrees to the printed digits"}
      ],
      {caption: figures.published.caption, document}
    )
  );
}
