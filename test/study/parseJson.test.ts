import * as fc from "fast-check";
import {visit} from "jsonc-parser";
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
  ['{"__proto__": 1, "__proto__": 2}', 1, 18],
  ['{"1": 0, "1": 0}', 1, 10],
  ['{"": 0, "": 0}', 1, 9],
  ['{"a:\\\\": ":", "b": {"a\\"": 1, "a\\u0022": 2}}', 1, 31],
  ['{"a": {"b": 1, "c": [{"d": 2}]}, "a": null}', 1, 34],
  [`${'{"a": ['.repeat(1000)}{"b": 1, "b": 2}${"]}".repeat(1000)}`, 1, 7010]
])("parseJson(%j) has a property twice in line %i, column %i, and takes neither", (text, line, column) => {
  expect(() => parseJson(text)).toThrow(`a property stands twice, again in line ${line}, column ${column}; keep one`);
});

it("parseJson() takes a property of one name in several objects", () => {
  const value = {a: 1, b: [{a: 1}, {a: 2, b: {a: 3}}], constructor: 1};
  expect(parseJson(JSON.stringify(value))).toEqual(value);
});

/** What parseJson() gives, or the beginning of what it says. */
function said(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    return error instanceof Error ? error.message.split(",")[0] : error;
  }
}

it("parseJson() finds a property twice wherever it stands, and none where each stands once", () => {
  const key = fc.constantFrom("a", "b", "__proto__", "1", 'q"', ":", "\\", "");
  const {value: made} = fc.letrec<{value: string; object: string}>((tie) => ({
    value: fc.oneof(
      {depthSize: "small"},
      fc.constantFrom("1", "null", "true", '"a:b"', '"\\\\"', '"\\":{"', "{}", "[]"),
      tie("object"),
      fc.array(tie("value"), {maxLength: 3}).map((all) => `[${all.join(", ")}]`)
    ),
    object: fc
      .array(fc.tuple(key, tie("value")), {maxLength: 4})
      .map((all) => `{${all.map(([name, one]) => `${JSON.stringify(name)}: ${one}`).join(", ")}}`)
  }));
  let [twice, once] = [0, 0];
  fc.assert(
    fc.property(made, (text) => {
      const open: Set<string>[] = [];
      let doubled = false;
      visit(text, {
        onObjectBegin: () => void open.push(new Set()),
        onObjectEnd: () => void open.pop(),
        onObjectProperty(name) {
          doubled ||= open.at(-1)!.has(name);
          open.at(-1)!.add(name);
        }
      });
      if (doubled) twice += 1;
      else once += 1;
      expect(said(text)).toEqual(doubled ? "a property stands twice" : JSON.parse(text));
    }),
    {seed: 1, numRuns: 500}
  );
  expect(Math.min(twice, once)).toBeGreaterThan(50);
});

it("parseJson() passes over a byte order mark", () => {
  expect(parseJson('\uFEFF{"a": [1]}')).toEqual({a: [1]});
});
