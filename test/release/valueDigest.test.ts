import {deserialize, serialize} from "node:v8";
import {expect, it} from "vitest";
import {valueDigest} from "../../loaders/release/valueDigest.js";

it("valueDigest(value) is of what a value is: what had been kept and read again used to count as another", () => {
  const shared = {unit: "部署"};
  const half = 0.5;
  const value = {a: shared, b: shared, rows: [half + half, 2 ** 31, -0, NaN, "ab"], wide: "部ab".slice(1)};
  const plain = {a: {unit: "部署"}, b: {unit: "部署"}, rows: [1, 2147483648, -0, NaN, "ab"], wide: "ab"};
  expect(serialize(value).equals(serialize(plain))).toBe(false);
  expect(valueDigest(value)).toBe(valueDigest(plain));
  expect(valueDigest(deserialize(serialize(value)))).toBe(valueDigest(plain));
  const long = Array.from({length: 50_000}, (_, i) => ({i, name: `row ${i}`}));
  expect(valueDigest(long)).toBe(valueDigest(structuredClone(long)));
});

it("valueDigest(value) tells apart whatever differs, and refuses what is no plain data", () => {
  const values = [
    [0, -0, 1, "1", 1n, true, "true", null, undefined, NaN, "NaN"],
    [[], {}, new Map(), new Set(), new Float64Array(), "", [[]], [{}], [1, 2], [12], ["1", "2"], ["12"], [["1"], "2"]],
    [{a: 1}, {b: 1}, {a: 1, b: undefined}, new Map([["a", 1]]), ["a", 1], new Set(["a", 1]), new Float64Array([1, 2])],
    [new Int32Array([1, 2]), {a: {b: 1}}, {a: {}, b: 1}]
  ].flat();
  expect(new Set(values.map(valueDigest)).size).toBe(values.length);
  for (const other of [() => 1, Symbol("a"), new Date(0), /a/])
    expect(() => valueDigest({other})).toThrow(/is no plain data/);
});
