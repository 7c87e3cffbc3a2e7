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

it.each([
  ['{"a": 1, "a": 1}', 1, 10],
  ['{"a": 1,\n "b": {"a": 2,\n "\\u0061": 3}}', 3, 2],
  ['[{"a": 1}, {"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}]', 1, 36],
  ['{"__proto__": 1, "__proto__": 2}', 1, 18]
])("parseJson(%j) has a property twice in line %i, column %i, and takes neither", (text, line, column) => {
  expect(() => parseJson(text)).toThrow(`a property stands twice, again in line ${line}, column ${column}; keep one`);
});

it("parseJson() takes a property of one name in several objects", () => {
  const value = {a: 1, b: [{a: 1}, {a: 2, b: {a: 3}}], constructor: 1};
  expect(parseJson(JSON.stringify(value))).toEqual(value);
});

it("parseJson() passes over a byte order mark", () => {
  expect(parseJson('\uFEFF{"a": [1]}')).toEqual({a: [1]});
});
