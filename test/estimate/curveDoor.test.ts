import {describe, expect, it} from "vitest";
import {curveSpecification} from "../../loaders/estimate/curveSpecification.js";
import {curve} from "../../loaders/estimate/runCurve.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {specificationCurve, type SpecificationCurve} from "../../src/stats/specification/specificationCurve.js";
import {everyRole} from "./askedOfAll.js";

const {y, x, yes} = everyRole as unknown as Readonly<Record<string, readonly number[]>>;
const data = {
  ...everyRole,
  same: y!.map(() => 3),
  hardly: y!.map((_, row) => 3 + 1e-15 * row),
  copy: y!.map((value) => value * (1 + 1e-15)),
  below: x!.map((value, row) => (row === 5 ? -1 : value)),
  endless: x!.map((value, row) => (row === 3 ? "1e999" : value)),
  ["__proto__"]: x!.map((value) => 2 * value)
};
const asked = {data, grid: {outcomes: ["y"], exposures: ["x"]}, unit: "unit", time: "period", strata: "sex", draws: 9};
const options = ["data", "unit", "time", "strata", "threshold", "grid", "draws", "seed"];
const kinds = ["outcomes", "exposures", "controls", "effects", "samples", "weights"];
const ofGrid = (kind: string, choices: unknown) => ({...asked, grid: {...asked.grid, [kind]: choices}});

/** what no key takes */
const wrong = ["nosuch", ["nosuch"], [["nosuch"]], {nosuch: 1}, [[[]]], NaN, [NaN], Infinity, [Infinity], "Infinity"];
const prototypes = ["constructor", ["constructor"], [["constructor"]], ["toString"], [["toString"]]];
/** what some take */
const odd = [
  null,
  "",
  [],
  [[]],
  [""],
  [[""]],
  [null],
  {},
  true,
  0,
  -1,
  1.5,
  1e17,
  1e308,
  "y",
  ["y"],
  [["y"]],
  ["y", "y"]
];

describe("curve", () => {
  it("answers what is asked rightly, whatever a column holds that it does not read", async () => {
    expect(await answered(asked)).toMatchObject({points: [{n: 60}], dropped: []});
  });

  it("refuses a misspelt key by the right one, in the specification and in its grid", async () => {
    const keys = [...options.map((key) => ["curve", key] as const), ...kinds.map((key) => ["grid", key] as const)];
    for (const [of, key] of keys) {
      const misspelt = `${key.slice(0, 2)}${key.slice(3)}`;
      const said = await refusal(of === "grid" ? ofGrid(misspelt, ["y"]) : {...asked, [misspelt]: 1});
      expect(said?.message).toMatch(
        new RegExp(`^unknown option of ${of}: ${misspelt}; (did you mean ${key}\\?|it takes)`)
      );
    }
    for (const key of ["__proto__", "constructor", "toString"]) {
      expect((await refusal({...asked, [key]: 1}))?.message).toMatch(`unknown option of curve: ${key}`);
      expect((await refusal(ofGrid(key, ["y"])))?.message).toMatch(`unknown option of grid: ${key}`);
    }
  });

  it("refuses for every key what it cannot take", async () => {
    const passed = [];
    for (const value of [...wrong, ...prototypes]) {
      for (const key of options) if ((await refusal({...asked, [key]: value})) === null) passed.push([key, value]);
      for (const kind of kinds) if ((await refusal(ofGrid(kind, value))) === null) passed.push([kind, value]);
    }
    expect(passed).toEqual([]);
  });

  it("answers or refuses whatever a key is given, and fails in no other way", async () => {
    const asks = [...odd, ...wrong, ...prototypes].flatMap((value) => [
      ...options.filter((key) => key !== "data").map((key) => ({...asked, [key]: value})),
      ...kinds.map((kind) => ofGrid(kind, value))
    ]);
    const failures = [];
    for (const ask of [...asks, null, [], 3, "grid", [asked]]) failures.push(await refusal(ask as object));
    const meant = (error: Error | null): boolean =>
      error === null || error instanceof InvalidArgument || error instanceof NotIdentified;
    expect(failures.filter((error) => !meant(error))).toEqual([]);
  });

  it.each([
    ["no object", null, "invalid specification; not an object of curve's options: null"],
    ["a list", [asked], "invalid specification; not an object of curve's options: ["],
    ["no grid", {...asked, grid: undefined}, "missing grid; curve needs it"],
    ["no outcome", ofGrid("outcomes", []), "invalid grid.outcomes; no choice; name one or more"],
    ["no set of controls", ofGrid("controls", []), "invalid controls; no choice; leave it out for the plain one"],
    ["an outcome twice", ofGrid("outcomes", ["y", "y"]), 'invalid outcomes; twice in it: "y"'],
    ["a set of controls twice", ofGrid("controls", [["z"], ["z"]]), 'invalid controls; twice in it: ["z"]'],
    ["a column that is nearly there", ofGrid("exposures", ["gruop"]), "did you mean group?"],
    ["a text for numbers", ofGrid("outcomes", ["sex"]), "invalid sex; not a number in row 1: m"],
    ["a number out of range", ofGrid("exposures", ["endless"]), "invalid endless; not a number in row 4: 1e999"],
    ["a negative weight", ofGrid("weights", ["below"]), "invalid weights; below 0 in below, row 6"],
    ["a sample of neither 0 nor 1", ofGrid("samples", ["a"]), "invalid samples; a is neither 0 nor 1 in row"],
    [
      "more draws than can be counted",
      {...asked, draws: 1e16},
      "invalid draws; not a whole number from 1: 10000000000000000"
    ],
    ["a threshold that is none", {...asked, threshold: 5}, "invalid threshold; not in (0, 1): 5"],
    ["rows of one unit and time", {...asked, unit: "group"}, "invalid period; two rows of one group and period, row"],
    ["strata that change", {...asked, strata: "at"}, "invalid strata; at changes within a unit"]
  ])("refuses %s", async (_, ask, words) => {
    expect((await refusal(ask as object))?.message).toContain(words);
  });

  it.each([
    ["the outcome as its exposure", {exposures: ["x", "y"]}, "the exposure is the outcome"],
    ["the outcome as its own control", {controls: [[], ["y"]]}, "the outcome is among the controls"],
    ["the exposure as its own control", {controls: [[], ["x"]]}, "the exposure is among the controls"],
    ["the outcome's copy as a control", {controls: [[], ["copy"]]}, "the outcome does not vary beside the other terms"],
    ["the outcome's copy as an exposure", {exposures: ["x", "copy"]}, "no residual is left"],
    ["a constant exposure", {exposures: ["x", "same"]}, "the exposure does not vary"],
    ["an exposure that is constant but for rounding", {exposures: ["x", "hardly"]}, "the exposure does not vary"],
    ["an outcome that is constant but for rounding", {outcomes: ["y", "hardly"]}, "the outcome does not vary"],
    ["a constant control", {controls: [[], ["same"]]}, "controls depend on one another or on the fixed effects"],
    ["a control and its double", {controls: [[], ["x", "__proto__"]]}, "the exposure is among the controls"],
    [
      "an exposure beside its double",
      {controls: [[], ["__proto__"]]},
      "the exposure does not vary beside the other terms"
    ]
  ])("lists %s as not made, and does not count it", async (_, grid, reason) => {
    const {points, unmade} = await answered({...asked, grid: {...asked.grid, ...grid}});
    expect(points.length).toBe(1);
    expect(unmade).toMatchObject([{reason}]);
  });

  it("counts a set of controls once, in whatever order and however often it names a column", async () => {
    const {points} = await answered(ofGrid("controls", [["z", "se"], ["se", "z"], ["z", "z"], ["z"]]));
    expect(points.length).toBe(2);
  });

  it("takes as a sample the rows that have 1, 0 and nothing both leaving a row out", async () => {
    const some = yes!.map((value, row) => (row % 7 === 0 ? null : value));
    const {points} = await answered({...ofGrid("samples", [null, "some"]), data: {...data, some}});
    expect(points.map(({n}) => n).toSorted((a, b) => a - b)).toEqual([some.filter((value) => value === 1).length, 60]);
  });

  it("draws on until it is stopped, however many draws are asked for", async () => {
    const stop = new AbortController();
    const {joint} = await curve(
      {...asked, draws: 2 ** 52},
      {threads: 1, signal: stop.signal, progress: () => stop.abort()}
    );
    expect(joint).toMatchObject({draws: 20});
  });
});

async function answered(ask: object): Promise<SpecificationCurve> {
  const {request} = await curveSpecification(ask as never);
  const made = specificationCurve(request.table, request.grid, request.options);
  made.draws(0, 2);
  return made;
}

async function refusal(ask: object): Promise<Error | null> {
  try {
    await answered(ask);
    return null;
  } catch (error) {
    return error as Error;
  }
}
