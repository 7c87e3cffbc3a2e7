import {element} from "../../../src/components/parts/element.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {isSuppressed} from "../../../src/released/cell.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import type {Docstring} from "../docstrings.js";
import {htmlMark, type Mark} from "../../../src/components/parts/mark.js";
import type {MarkInput} from "./markInput.js";

const headings: Readonly<Record<string, string>> = {
  released: "The study",
  sql: "SQL",
  engine: "Estimators",
  figures: "Figures",
  comparison: "The explorer",
  background: "Long work",
  progress: "Long work"
};

/** What the pages about notebooks list: what a cell has at hand, the tables' columns. */
export function notebookMarks(input: MarkInput, docs: readonly Docstring[]): Record<string, Mark> {
  return {
    "notebooks.reference": reference(docs, input),
    "notebooks.tables": tables(input)
  };
}

function reference(docs: readonly Docstring[], {document}: MarkInput): Mark {
  const sections = [...new Set(Object.values(headings))].flatMap((heading) => {
    const own = docs.filter(({module}) => headings[module] === heading);
    const entries = own.flatMap(({name, words, example}) => [
      element(document, "dt", {id: name}, element(document, "code", {}, name)),
      element(
        document,
        "dd",
        {},
        element(document, "p", {}, words),
        example ? element(document, "pre", {tabindex: 0}, element(document, "code", {}, example)) : null
      )
    ]);
    return [element(document, "h2", {}, heading), element(document, "dl", {class: "notebook-reference"}, ...entries)];
  });
  return htmlMark(...sections);
}

function tables({tables: released, context, document}: MarkInput): Mark {
  const nodes = Array.from(released, ([name, {rows}]) => {
    const described = Object.keys(rows[0] ?? {}).map((column) => {
      const {label, unit} = measureNamed(context.measures, column);
      return {column, label, unit, withheld: rows.filter((row) => isSuppressed(row[column])).length};
    });
    return [
      element(
        document,
        "h3",
        {id: `table-${name}`},
        element(document, "code", {}, `tables.${name}`),
        `, ${rows.length} rows`
      ),
      dataTable(
        described,
        [
          {name: "column", label: "Column"},
          {name: "label", label: "Meaning"},
          {name: "unit", label: "Unit"},
          {name: "withheld", label: "Cells withheld", digits: 0}
        ],
        {caption: name, document}
      )
    ];
  }).flat();
  return htmlMark(...nodes);
}
