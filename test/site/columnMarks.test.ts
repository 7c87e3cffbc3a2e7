import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {columnMarks} from "../../loaders/site/marks/columnMarks.js";
import type {MarkInput} from "../../loaders/site/marks/markInput.js";

const rows = [
  {department_id: "D01", fiscal_year: 2015, profit: 3, score: {suppressed: "fewer than 10"}},
  {department_id: "D02", fiscal_year: 2015, profit: null, score: 4},
  {department_id: "D01", fiscal_year: 2016, profit: 5, score: 4}
];
const columns = {department_id: {kind: "key"}, profit: {kind: "finance", unit: "yen"}, score: {kind: "survey"}};

function cellsOf(name: string): string[][] {
  const {document} = new JSDOM("").window;
  const table = {value: {rows}, provenance: {made: "rows", table: "scores", columns}};
  const input = {release: {tables: new Map([["scores", table]])}, document} as unknown as MarkInput;
  const mark = columnMarks(input)[name];
  const place = new JSDOM(mark && "html" in mark ? mark.html : "").window.document;
  return [...place.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
}

it("columnMarks() counts what is missing and what is withheld, apart, in the years that lack something", () => {
  expect(cellsOf("data.missing")).toEqual([["scores", "2015", "8", "1", "1"]]);
});

it("columnMarks() names every released column with what it is, its unit and what it lacks", () => {
  expect(cellsOf("data.columns")).toEqual([
    ["scores", "department_id", "names the row", "", "0", "0"],
    ["scores", "fiscal_year", "", "", "0", "0"],
    ["scores", "profit", "figures of units", "yen", "1", "0"],
    ["scores", "score", "survey answers", "", "0", "1"]
  ]);
});
