import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {formatNumber} from "../../src/words/en/formatNumber.js";
import {count, decimal, signed} from "../../src/words/en/numbers.js";

describe("formatNumber()", () => {
  it("shows three significant digits, or as many as it is asked for", () => {
    expect([0, 0.0512, 0.512, 5.12, 51.2, 512.4, 7].map((value) => formatNumber(value))).toEqual([
      "0",
      "0.051",
      "0.51",
      "5.12",
      "51.2",
      "512",
      "7"
    ]);
    expect(formatNumber(1.005, {digits: 2})).toBe("1.00");
    expect(formatNumber(7, {digits: 1, unit: "points"})).toBe("7.0\u202fpoints");
  });

  it("sets thousands apart from 10,000 on, always, or never", () => {
    expect([1234, 12345].map((value) => formatNumber(value))).toEqual(["1234", "12,345"]);
    expect([count(1234), decimal(12345.67, 1)]).toEqual(["1,234", "12,345.7"]);
  });

  it("has U+2212 for minus, and no sign before what prints as nought", () => {
    expect([formatNumber(-0.5), decimal(-0.001), signed(0.5), signed(0.001), signed(-3, 0)]).toEqual([
      "\u22120.50",
      "0.00",
      "+0.50",
      "0.00",
      "\u22123"
    ]);
    expect(() => formatNumber(NaN)).toThrow(/not finite: NaN/);
  });

  it("is the only one", () => {
    const others = readdirSync("src", {recursive: true, encoding: "utf8"}).filter(
      (name) =>
        name.endsWith(".ts") && /toLocaleString|NumberFormat\(|\\B\(\?=/.test(readFileSync(join("src", name), "utf8"))
    );
    expect(others).toEqual(["words/en/formatNumber.ts"]);
  });
});

it("decimal(value) sets thousands apart from 10,000 on: a finding's sentence used to say “2627866 yen lower”", () => {
  expect([decimal(-2_627_866, 0), decimal(9999, 0), decimal(2019, 0), signed(31_306.4, 1)]).toEqual([
    "\u22122,627,866",
    "9999",
    "2019",
    "+31,306.4"
  ]);
});
