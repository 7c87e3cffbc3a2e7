import {describe, expect, it} from "vitest";
import {comparisonData} from "../../src/explore/comparisonData.js";
import {effects, errorTypes, transforms, views} from "../../src/explore/comparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {addressOf, changedTo} from "../../src/explore/pageState.js";
import {parseAddress} from "../../src/explore/parseAddress.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {serialiseComparison} from "../../src/explore/serialiseComparison.js";
import {random} from "../../src/stats/random.js";
import {releasedTables, study} from "./releasedFixture.js";

const sites = Array.from({length: 9}, (_, i) => ({site: `S${i}`, energy: i * i, waste: 3 - i}));
const grains = grainsOf({...releasedTables(), site_audit: {rows: sites, suppressed: {}}}, study);
const parse = (query: string) => parseComparison(query, grains, study);

/** what each setting takes, rightly */
const right: Readonly<Record<string, readonly string[]>> = {
  table: ["department_years", "site_audit"],
  y: ["margin", "teamwork", "waste"],
  x: ["participation", "headcount", "energy"],
  years: ["2011..2019", "2009..2009"],
  line: ["Solutions", "Systems"],
  lag: ["0", "-3", "2"],
  transform: transforms,
  control: ["headcount", "trust", "waste"],
  effects,
  weights: ["headcount", "response"],
  errors: errorTypes,
  xrange: ["0.1..0.4", "-Infinity..0.3", "1e-7..2"],
  yrange: ["-1..1", "0..Infinity"],
  view: views
};
const keys = Object.keys(right);
/** what no setting takes */
const hostile = [
  "",
  " ",
  "nosuch",
  "constructor",
  "__proto__",
  "NaN",
  "<b>",
  "0x10",
  "1e999",
  "..",
  "a..b",
  "3..1",
  "Infinity..Infinity",
  "-Infinity..Infinity",
  "1..2..3",
  "\u0000",
  "x".repeat(5000)
];

describe("an address of the explorer", () => {
  it.each(keys)("refuses for %s what it does not take, in a sentence", (key) => {
    const passed = hostile.filter((value) => sentence(`${key}=${encodeURIComponent(value)}`) === null);
    expect(passed).toEqual([]);
  });

  it.each(keys.filter((key) => key !== "line" && key !== "control"))("refuses %s twice", (key) => {
    const [value = ""] = right[key]!;
    const twice = new URLSearchParams([
      [key, value],
      [key, value]
    ]);
    expect(sentence(twice.toString())).toBe(`The link says ${key} twice. Keep one.`);
  });

  it.each(["__proto__", "constructor", "toString", "tabel", "lines", "", "X"])("refuses a setting called %j", (key) => {
    expect(sentence(new URLSearchParams([[key, "1"]]).toString())).toMatch(
      /^The link is not right: the link's setting “.*” is unknown\. (Did you mean \w+\?|There are .+\.)$/
    );
  });

  it("takes a line or a control once, however often it is named", () => {
    expect(parse("line=Systems&line=Systems&control=trust&control=trust")).toMatchObject({
      lines: ["Systems"],
      controls: ["trust"]
    });
  });

  it("whatever is drawn of what settings take, it is refused in a sentence, or written and read back the same", () => {
    const {below, uniform} = random(11);
    const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
    const wrong: string[] = [];
    let read = 0;
    for (let i = 0; i < 4000; i++) {
      const given = keys.filter(() => uniform() < 0.25).map((key) => [key, pick(right[key]!)]);
      const query = new URLSearchParams(given).toString();
      const said = sentence(query);
      if (said !== null) continue;
      read += 1;
      const comparison = parse(query);
      const grain = grains.find(({name}) => name === comparison.table)!;
      const written = serialiseComparison(comparison, grain);
      if (JSON.stringify(parse(written)) !== JSON.stringify(sorted(comparison))) wrong.push(query);
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(400);
  });

  it("what is read can be estimated, or is refused in a sentence", () => {
    const {below, uniform} = random(12);
    const wrong: string[] = [];
    for (let i = 0; i < 400; i++) {
      const given = keys.filter(() => uniform() < 0.2).map((key) => [key, right[key]![below(right[key]!.length)]!]);
      const query = new URLSearchParams(given).toString();
      try {
        const comparison = parse(query);
        const grain = grains.find(({name}) => name === comparison.table)!;
        comparisonData(comparison, grain);
        estimateComparison(comparison, grain, {lenses: false});
      } catch (error) {
        if (!(error instanceof RangeError && /[.?]$/.test(error.message))) wrong.push(`${query}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["?pin=x%3Dheadcount&pin=x%3Dheadcount", "", "The link says pin twice. Keep one."],
    ["?pin=", "", "The link keeps nothing beside it. Leave pin out."],
    ["?pin=pin%3Dx", "", "the link's setting “pin” is unknown"],
    ["?pin=y%3Dnosuch", "", "the measure “nosuch” is unknown"],
    ["", "#y=nosuch", "the measure “nosuch” is unknown"],
    ["?formula=margin+~+x", "", "The link has a formula and another view."],
    ["?view=formula&formula=a&formula=b", "", "The link says formula twice. Keep one."],
    ["?view=formula&formula=+", "", "The link's formula is empty. Leave formula out."],
    ["?view=formula&by=ols", "", "The link names an estimator and no formula. Leave by out."],
    [
      "?view=formula&formula=a&by=lasso",
      "",
      "The link's estimator, lasso, is none that these rows allow. There are ols, "
    ],
    [`?view=formula&formula=${"a".repeat(501)}`, "", "The link's formula is longer than 500 characters."]
  ])("%s%s is refused: %s", (search, hash, words) => {
    expect(() => parseAddress({search, hash}, grains, study)).toThrow(words);
  });

  it("what is written into the formula's field comes back from its address, and stays while the pair does", () => {
    const state = parseAddress({search: "?y=trust&view=formula&formula=trust+~+1&by=mixed", hash: ""}, grains, study);
    expect(state.formula).toEqual({text: "trust ~ 1", by: "mixed"});
    const {comparison} = state;
    const queryOf = (one: typeof comparison): string =>
      serialiseComparison(
        one,
        grains.find(({name}) => name === one.table)!
      );
    const address = addressOf({...state, pin: parse("y=trust"), wrong: null}, queryOf);
    expect(parseAddress({search: address, hash: ""}, grains, study)).toEqual({...state, pin: parse("y=trust")});
    expect(changedTo({...state, wrong: null}, {errors: "CR1"}).formula).toBe(state.formula);
    expect(changedTo({...state, wrong: null}, {lag: 1}).formula).toBeNull();
    const elsewhere = {...state, ...changedTo({...state, wrong: null}, {view: "pair"}), wrong: null};
    expect(elsewhere.formula).toBe(state.formula);
    expect(addressOf(elsewhere, queryOf)).not.toContain("formula");
  });

  it("an anchor of the page is no query", () => {
    const {comparison, pin} = parseAddress({search: "?y=trust", hash: "#take-away"}, grains, study);
    expect([comparison.outcome, pin]).toEqual(["trust", null]);
  });
});

const sorted = (comparison: ReturnType<typeof parse>) => ({
  ...comparison,
  lines: comparison.lines.toSorted(),
  controls: comparison.controls.toSorted()
});

/** What a reader is told of a query; null where it is read. */
function sentence(query: string): string | null {
  try {
    parse(query);
    return null;
  } catch (error) {
    const {message} = error as Error;
    if (error instanceof RangeError && /[.?]$/.test(message) && message.length < 400) return message;
    throw error;
  }
}
