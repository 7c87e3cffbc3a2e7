import {expect, it} from "vitest";
import {fillMarks} from "../../loaders/site/fillMarks.js";
import {markValues} from "../../loaders/site/notebooks/markValues.js";

const marked = (...pieces: string[]): ReturnType<typeof markValues> =>
  markValues({output: pieces.join(""), pieces}, "notebook.a.1");

it("markValues(cell, name) marks numbers and words, and the text with its marks filled is what it was", () => {
  const pieces = ["**Step 1.** ", "264", " rows: ", "Higher by 1.5 %, between 0.6 and 2.9.", " By ", "3e-18", "."];
  const {markdown, marks} = marked(...pieces);
  expect(markdown).toBe("**Step 1.** @{notebook.a.1.1} rows: @{notebook.a.1.3} By @{notebook.a.1.5}.");
  expect(fillMarks(markdown, marks, "a.md")).toBe(pieces.join(""));
});

it.each([
  ["Markdown", ["See ", "*this*", "."]],
  ["markup", ["See ", "<b>this</b>", "."]],
  ["an address", ["See ", "https://example.org", "."]],
  ["a value that begins a line", ["One\n", "1", ". two"]],
  ["a value of several lines", ["See ", "a\n\nb", "."]],
  ["a value in a text with code", ["`x = ", "1", "`"]]
])("markValues(cell, name) leaves %s in its place: Framework reads it", (_, pieces) => {
  expect(marked(...pieces)).toEqual({markdown: pieces.join(""), marks: {}});
});

it("markValues(cell, name) leaves a cell as it is whose pieces are not known", () => {
  expect(markValues({output: "a 1"}, "notebook.a.1")).toEqual({markdown: "a 1", marks: {}});
});
