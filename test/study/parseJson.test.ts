import {expect, it} from "vitest";
import {parseJson} from "../../loaders/study/parseJson.js";

it.each([
  ["# Longview", 1, 1],
  ["", 1, 1],
  ['{"a": 1.}', 1, 7],
  ['{"a": 1,\n "b" 2}', 2, 6],
  ['{\n  "a": [1, 2\n  "b": 3\n}', 3, 3],
  ['{"a": 1.}', 1, 7],
  ['{"a": "x', 1, 7],
  ['{"a": 1.}', 1, 7],
  ["{'a': 1}", 1, 2],
  ['{"a": 1, // why\n"b": 2}', 1, 10]
])("parseJson(%j) is not valid from line %i, column %i, and quotes nothing of it", (text, line, column) => {
  expect(() => parseJson(text)).toThrow(new RegExp(`^not valid JSON from line ${line}, column ${column}$`));
});

it("parseJson() passes over a byte order mark", () => {
  expect(parseJson('\uFEFF{"a": [1]}')).toEqual({a: [1]});
});
