import {describe, expect, it} from "vitest";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {serialiseComparison} from "../../src/explore/serialiseComparison.js";
import {ols} from "../../src/stats/regression/ols.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {sayEstimate} from "../../src/explore/words.js";
import {releasedTables, study} from "./releasedFixture.js";

const grains = grainsOf(releasedTables(), study);
const [grain] = grains;
if (!grain) throw new Error("no grain");
const parse = (query: string) => parseComparison(query, grains, study);

describe("grainsOf(tables)", () => {
  it("joins tables of the same keys and turns a row a measure to a column a measure", () => {
    expect(grain).toMatchObject({
      kind: "panel",
      unit: "department_id",
      time: "fiscal_year",
      line: "division",
      size: 264
    });
    expect(grain.measures.map(({name}) => name)).toEqual([
      "participation",
      "margin",
      "profit",
      "teamwork",
      "trust",
      "headcount",
      "response",
      "canteen"
    ]);
  });

  it("offers any other table with keys and two measures", () => {
    const rows = Array.from({length: 9}, (_, i) => ({site: `S${i}`, energy: i * i, waste: 3 - i}));
    const more = grainsOf({...releasedTables(), site_audit: {rows, suppressed: {}}}, study);
    expect(more.at(-1)).toMatchObject({name: "site_audit", label: "Site audit", kind: "rows", keys: ["site"]});
  });
});

describe("grainsOf(tables of a release)", () => {
  const table = (rows: readonly ReleasedRow[]): ReleasedTable => ({rows, suppressed: {}});
  const modules = ["a", "b", "c", "d", "e"].map((module_id, i) => ({
    module_id,
    mindset: i < 2 ? "action" : "reflective",
    i
  }));
  const made = grainsOf(
    {
      module_answers: table(modules.map(({i, ...key}) => ({...key, low: 0.1 * i, middle: 0.3, high: 0.7 - 0.1 * i}))),
      module_means: table(
        modules.map(({i, ...key}) => ({...key, raw: 3 + i, modelled: 3.1 + i, low: 2 + i, high: 4 + i}))
      ),
      rating_years: table(
        modules.map(({i}) => ({years_from_start: i - 2, mean: 0.1 * i * i, se: 0.01, managers: 20 + i}))
      ),
      session_response: table(
        modules.map(({i}) => ({
          position: i + 1,
          attending: [0.9, 0.7, 0.75, 0.6, 0.65][i]!,
          rating: 0.5 + 0.01 * i * i
        }))
      ),
      mixing: table(
        modules.flatMap(({i}) =>
          ["Solutions", "Systems"].map((division) => ({
            fiscal_year: 2011 + i,
            division,
            other_line: 0.1 * i,
            by_chance: 0.5
          }))
        )
      )
    },
    study
  );
  const of = (name: string) => made.find((one) => one.tables.includes(name))!;

  it("calls every column by words, with the unit that it has in its table: “average rating” used to be in points everywhere", () => {
    expect(of("rating_years").measures.find(({name}) => name === "mean")).toMatchObject({
      label: "average appraisal",
      unit: "standard deviations"
    });
    expect(of("session_response").measures.map(({label, unit}) => [label, unit])).toEqual([
      ["share of managers who came", "share"],
      ["share of those who came who rated", "share"]
    ]);
    const plain = made.flatMap(({measures}) => measures).filter(({name, label}) => label === name.replaceAll("_", " "));
    expect(plain).toEqual([]);
  });

  it("keeps low and high beside a middle, and no ends of intervals: shares of low ratings used to be taken for ends", () => {
    expect(of("module_answers").measures.map(({name}) => name)).toEqual(["low", "middle", "high", "raw", "modelled"]);
  });

  it("begins with a pair that varies: the first measure used to be taken though it was the same everywhere", () => {
    const modulesGrain = of("module_answers");
    const flat = {...modulesGrain, measures: modulesGrain.measures.toSorted((a) => (a.name === "middle" ? -1 : 1))};
    expect(defaultComparison(flat, study)).toMatchObject({exposure: "low", outcome: "high"});
  });

  it("has sessions that follow one another no years, and lines that are units their own name", () => {
    const response = of("session_response");
    const comparison = defaultComparison(response, study);
    expect(sayEstimate(comparison, response, estimateComparison(comparison, response).main).sentence).toMatch(
      /^From session to session, the change in the share of those who came who rated was /
    );
    expect(of("mixing").unitWords.many).toBe(of("mixing").lineWords.many);
  });
});

describe("parseComparison(query)", () => {
  it("is the planned pair without a query", () => {
    expect(parse("")).toMatchObject({
      exposure: "participation",
      outcome: "margin",
      effects: "unit+time",
      errors: "CR2"
    });
  });

  it("keeps all that was planned where the link names no pair, and nothing of it for another pair", () => {
    const [first] = study.plan;
    if (!first) throw new Error("no plan");
    const specification = "log(margin) ~ participation + headcount | department_id + fiscal_year";
    const planned = {...study, plan: [{...first, specification, term: "participation"}]};
    expect(parseComparison("", grains, planned)).toMatchObject({transform: "log", controls: ["headcount"]});
    const other = parseComparison("x=participation&y=teamwork", grains, planned);
    expect(other).toMatchObject({transform: "none", controls: []});
    expect(parseComparison(serialiseComparison(other, grain), grains, planned)).toEqual(other);
  });

  it.each([
    ["y=participants", "the measure “participants” is unknown. Did you mean participation?"],
    ["y=partic", "Did you mean participation?"],
    ["z=1", "the link's setting “z” is unknown"],
    ["x=profit&y=profit", "with itself"],
    ["years=2019..2011", "Write them as 2011..2019"],
    ["years=1990..1995", "The table has 2009 to 2019"],
    ["years=1990..2019", "The table has 2009 to 2019"],
    ["weights=participation", "which is no size. There are headcount"],
    ["weights=margin", "below zero"],
    ["lag=9", "a whole number from −3 to 3"],
    ["line=Nowhere", "the line “Nowhere” is unknown"],
    ["view=pear", "Did you mean pair?"],
    ["xrange=a..b", "Write it as 0.1..0.4"],
    ["y=margin&y=profit", "says y twice"],
    ["control=margin", "adjusts for margin"],
    ["effects=%3Cscript%3E", "is unknown"]
  ])("says what is wrong with %s", (query, words) => {
    expect(() => parse(query)).toThrow(words);
  });

  it.each(["transform=change", "errors=CR2", "weights=energy", "line=Solutions", "years=2011..2012", "lag=1"])(
    "refuses %s of a table that offers no such choice: it used to show another estimate under that name",
    (query) => {
      const rows = Array.from({length: 9}, (_, i) => ({site: `S${i}`, energy: i * i, waste: 3 + i}));
      const sites = grainsOf({site_audit: {rows, suppressed: {}}}, study);
      expect(() => parseComparison(query, sites, study)).toThrow(/Leave \w+ out\./);
    }
  );

  it("is the whole where it names all years and lines: it used to be another comparison, and no longer the planned one", () => {
    expect(parse("years=2009..2019&line=Systems&line=Solutions")).toEqual(parse(""));
  });

  it("serialiseComparison(parseComparison(query)) is parsed to the same, and written the same", () => {
    const query =
      "table=department_years&x=headcount&y=trust&years=2011..2018&line=Solutions&lag=-1&transform=rank&control=margin&effects=unit&weights=headcount&errors=CR1&xrange=0.1..0.4&yrange=3..4&view=shuffle";
    const comparison = parse(query);
    const written = serialiseComparison(comparison, grain);
    expect(parse(written)).toEqual(comparison);
    expect(serialiseComparison(parse(written), grain)).toBe(written);
  });
});

describe("estimateComparison(comparison)", () => {
  it("gives the digits of ols with CR2 errors of units", () => {
    const {main} = estimateComparison(parse(""), grain);
    const term = ols("margin ~ participation | department_id + fiscal_year", grain.columns, {cluster: "department_id"})
      .terms[0];
    expect(main.slope).toBeCloseTo(term?.estimate ?? NaN, 12);
    expect(main.slopeInterval).toEqual([term?.low, term?.high]);
    expect(main.n).toBe(216);
  });

  it("never fails but by a sentence, and gives no NaN: all ordered pairs, lags, transformations, what is taken out", () => {
    const settings = [
      "",
      "lag=1",
      "lag=-3",
      "transform=change&effects=time",
      "transform=log",
      "transform=rank",
      "effects=none"
    ];
    const names = grain.measures.map(({name}) => name);
    const wrong: string[] = [];
    for (const x of names)
      for (const y of names.filter((name) => name !== x))
        for (const setting of settings) wrong.push(...troublesOf(`x=${x}&y=${y}&${setting}`));
    expect(wrong).toEqual([]);
  });

  it("shows no interval of fewer than five units", () => {
    const [small] = grainsOf(releasedTables(1, {units: 4}), study);
    const comparison = parseComparison("", [small!], study);
    expect(estimateComparison(comparison, small!).main).toMatchObject({
      slopeInterval: null,
      p: null,
      refused: expect.stringContaining("4 departments")
    });
  });

  it.each([
    ["xrange=5..9", "Choose a wider one"],
    ["years=2009..2010", "No department-year has both"]
  ])("says why %s leaves nothing", (query, words) => {
    expect(() => estimateComparison(parse(query), grain)).toThrow(words);
  });
});

/** What is not as it should be: an error that is no sentence, a number that is none. */
function troublesOf(query: string): string[] {
  let found;
  try {
    found = estimateComparison(parse(query), grain!);
  } catch (error) {
    return error instanceof RangeError ? [] : [`${query}: ${String(error)}`];
  }
  return found.lenses.flatMap((one) => {
    if ("reason" in one) return one.reason.endsWith(".") ? [] : [`${query}: ${one.reason}`];
    const numbers = [one.slope, one.r, one.intercept, ...(one.slopeInterval ?? []), ...(one.rInterval ?? [])];
    return numbers.every(Number.isFinite) ? [] : [`${query}: ${one.lens} is not finite`];
  });
}
