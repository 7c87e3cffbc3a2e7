import {describe, expect, it} from "vitest";
import type {Table} from "../../../src/stats/formula/table.js";
import {random} from "../../../src/stats/random.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {jointInference} from "../../../src/stats/specification/jointInference.js";
import {curveServer} from "../../../src/stats/specification/curveServer.js";
import type {CurveProgress, CurveWorker, DrawOptions} from "../../../src/stats/specification/drawCurve.js";
import {drawCurve} from "../../../src/stats/specification/drawCurve.js";
import {specificationCurve} from "../../../src/stats/specification/specificationCurve.js";
import type {SpecificationGrid} from "../../../src/stats/specification/specificationGrid.js";
import {specificationGrid} from "../../../src/stats/specification/specificationGrid.js";
import {relativeError} from "../relativeError.js";

/** Departments over nine years; participation grows, and adds `effect` to the margin. */
function panel(seed: number, effect: number, departments = 40): Record<string, (string | number | null)[]> {
  const {normal} = random(seed);
  const table: Record<string, (string | number | null)[]> = {};
  const push = (row: Record<string, string | number | null>): void => {
    for (const [name, value] of Object.entries(row)) (table[name] ??= []).push(value);
  };
  for (let d = 0; d < departments; d++) {
    const [level, pace, size] = [normal(), 0.05 + 0.02 * normal(), 20 + Math.round(100 * Math.exp(normal()))];
    for (let year = 1; year <= 9; year++) {
      const share = pace * year + 0.05 * normal();
      const margin = level + 0.1 * year + effect * share + 0.5 * normal();
      push({
        department: `d${d}`,
        year,
        share,
        stock: share + 0.02 * normal(),
        margin,
        profit: margin * 2 + 0.3 * normal(),
        headcount: size + normal(),
        grade: normal(),
        turnover: d === 0 && year === 3 ? null : normal(),
        late: year > 2 ? 1 : 0,
        line: d % 2
      });
    }
  }
  return table;
}

const grid: SpecificationGrid = {
  outcomes: ["margin", "profit"],
  exposures: ["share", "stock"],
  controls: [[], ["headcount"], ["headcount", "turnover"]],
  effects: [[], ["year"], ["department", "year"]],
  samples: [null, "late"],
  weights: [null, "headcount"]
};
const options = {unit: "department", time: "year"};

describe("specificationCurve(table, grid)", () => {
  const table = panel(1, 1);
  const curve = specificationCurve(table, grid, options);

  it("estimates every specification as ols() does", () => {
    expect(curve.points.length).toBe(144);
    for (const point of curve.points.filter((_, i) => i % 5 === 0)) {
      const {outcome, exposure, controls, effects, sample, weights} = point.specification;
      const rows = table.year!.map((_, row) => row).filter((row) => sample === null || table[sample]![row] === 1);
      const part: Table = Object.fromEntries(
        Object.entries(table).map(([name, column]) => [name, rows.map((row) => column[row]!)])
      );
      const bar = effects.length > 0 ? ` | ${effects.join(" + ")}` : "";
      const {terms, n} = ols(`${outcome} ~ ${[exposure, ...controls].join(" + ")}${bar}`, part, {
        weights: weights ?? undefined,
        vcov: {cluster: "department", type: "CR1"}
      });
      const term = terms.find((entry) => entry.term === exposure)!;
      expect(n).toBe(point.n);
      expect(relativeError(point.estimate, term.estimate)).toBeLessThan(1e-9);
      expect(relativeError(point.se, term.se!)).toBeLessThan(1e-9);
      expect(relativeError(point.p, term.p!)).toBeLessThan(1e-7);
    }
  });

  it("draws the same in one chunk or several", () => {
    const whole = curve.draws(0, 6, 3);
    expect([...curve.draws(0, 2, 3), ...curve.draws(2, 3, 3), ...curve.draws(3, 6, 3)]).toEqual(whole);
    expect(curve.draws(0, 6, 4)).not.toEqual(whole);
  });

  it("does not depend on the order of rows", () => {
    const turned = Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column.toReversed()]));
    const {summary} = specificationCurve(turned, grid, options);
    expect(relativeError(summary.median, curve.summary.median)).toBeLessThan(1e-9);
    expect(summary.dominant).toBe(curve.summary.dominant);
  });

  it("draws the same whatever the order of rows and the units' labels", () => {
    const order = table.year!.map((_, row) => (row * 77 + 5) % table.year!.length);
    const other = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, order.map((i) => values[i]!)])
    );
    other.department = other.department!.map((name) => `another ${name}`);
    const [ours, theirs] = [curve, specificationCurve(other, grid, options)].map((each) => each.draws(0, 3));
    ours!.forEach(({median, stouffer}, i) => {
      expect(theirs![i]!.median).toBeCloseTo(median, 10);
      expect(theirs![i]!.stouffer).toBeCloseTo(stouffer, 8);
    });
  });

  it("gives a thousand specifications of the departments' panel within a second", () => {
    const departments = panel(5, 1, 27);
    const many: SpecificationGrid = {
      ...grid,
      exposures: ["share", "stock", "grade"],
      controls: [[], ["headcount"], ["turnover"], ["headcount", "turnover"], ["line"]],
      effects: [["year"], ["department"], ["department", "year"]],
      samples: [null, "late", "line"],
      weights: [null, "headcount", "late", "year"]
    };
    expect(specificationGrid(many).length).toBeGreaterThan(1000);
    // the processor's time, since other tests run beside this one
    const before = process.cpuUsage();
    specificationCurve(departments, many, options);
    const {user, system} = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
  });

  it("keeps units within their stratum", () => {
    const apart = specificationCurve(table, {outcomes: ["margin"], exposures: ["line"]}, {...options, strata: "line"});
    // within a stratum its own indicator can't change: every draw is the observed curve
    for (const draw of apart.draws(0, 5)) expect(draw.median).toBeCloseTo(apart.summary.median, 12);
  });

  it("says which specifications it left out, and why", () => {
    const {dropped, points} = specificationCurve(
      table,
      {outcomes: ["margin"], exposures: ["share", "line"], effects: [[], ["department"]]},
      options
    );
    expect(points.length).toBe(3);
    expect(dropped).toEqual([{reason: "the exposure does not vary beside the other terms", n: 1}]);
    const none = {outcomes: ["margin"], exposures: ["line"], effects: [["department"]]};
    expect(() => specificationCurve(table, none, options)).toThrow("not identified: none of 1 specifications");
    expect(() => specificationCurve(table, {...none, exposures: ["dose"]}, options)).toThrow("missing column: dose");
    expect(() => specificationGrid({...none, outcomes: []})).toThrow("invalid outcomes; no choice");
  });

  it("gives medians by choice", () => {
    expect(Object.keys(curve.medians.effects!)).toEqual(expect.arrayContaining(["none", "year", "department + year"]));
  });
});

describe("drawCurve(workers)", () => {
  const small: SpecificationGrid = {outcomes: ["margin"], exposures: ["share"], effects: [["year"], ["department"]]};
  const held = specificationCurve(panel(2, 0), small, options);
  const worker = (delay: number): CurveWorker => ({
    async draws(from, to, seed) {
      await new Promise((done) => setTimeout(done, delay));
      return held.draws(from, to, seed);
    }
  });
  const all = async (workers: CurveWorker[], asked: DrawOptions): Promise<CurveProgress[]> => {
    const seen: CurveProgress[] = [];
    for await (const progress of drawCurve(workers, asked)) seen.push(progress);
    return seen;
  };

  it("streams the same draws from one worker or three, fast or slow", async () => {
    const asked = {draws: 23, chunk: 4, seed: 3};
    const [one, three] = [await all([worker(0)], asked), await all([worker(9), worker(0), worker(3)], asked)];
    expect(one.map(({done}) => done)).toEqual([4, 8, 12, 16, 20, 23]);
    expect(three.at(-1)!.draws).toEqual(held.draws(0, 23, 3));
    expect(one.at(-1)!.draws).toEqual(three.at(-1)!.draws);
  });

  it("stops asking once it is cancelled, and keeps what was drawn", async () => {
    const cancel = new AbortController();
    let last: CurveProgress | null = null;
    for await (const progress of drawCurve([worker(0), worker(0)], {draws: 200, chunk: 5, signal: cancel.signal})) {
      last = progress;
      if (progress.done >= 20) cancel.abort();
    }
    expect(last!.done).toBeGreaterThanOrEqual(20);
    expect(last!.done).toBeLessThanOrEqual(30);
    expect(last!.draws.length).toBe(last!.done);
  });

  it("hands a worker's error on", async () => {
    const broken = {draws: () => Promise.reject(new RangeError("not feasible: no draw"))};
    await expect(all([worker(0), broken], {draws: 20})).rejects.toThrow("not feasible: no draw");
    await expect(all([], {})).rejects.toThrow("invalid workers; none to draw with");
  });

  it("curveServer() answers as the curve does, and says what it can't", () => {
    const answer = curveServer();
    expect(answer({ask: "draws", from: 0, to: 1, seed: 1})).toEqual({
      error: expect.stringMatching(/draws of no curve/)
    });
    const opened = answer({ask: "curve", table: panel(2, 0), grid: small, options});
    expect(opened).toMatchObject({curve: {summary: held.summary}});
    expect(structuredClone(opened)).toEqual(opened);
    expect(answer({ask: "draws", from: 2, to: 4, seed: 3})).toEqual({draws: held.draws(2, 4, 3)});
    const wrong = {...small, outcomes: ["none"]};
    expect(answer({ask: "curve", table: panel(2, 0), grid: wrong, options})).toEqual({
      error: expect.stringMatching(/missing column: none/)
    });
  });
});

describe("jointInference(observed, draws)", () => {
  const small: SpecificationGrid = {
    outcomes: ["margin", "profit"],
    exposures: ["share"],
    controls: [[], ["grade"]],
    effects: [["department", "year"]]
  };

  it("finds an effect that is there", () => {
    const {summary, draws} = specificationCurve(panel(11, 4), small, options);
    expect(jointInference(summary, draws(0, 99)).median).toBe(0.01);
  });

  it("is sized right without one", () => {
    const studies = 200;
    const p = Array.from({length: studies}, (_, k) => {
      const {summary, draws} = specificationCurve(panel(100 + k, 0, 12), small, options);
      return jointInference(summary, draws(0, 19, k)).median;
    });
    const rejected = p.filter((value) => value <= 0.05).length / studies;
    expect(rejected).toBeLessThan(0.1);
    const half = p.filter((value) => value <= 0.5).length / studies;
    expect(half).toBeGreaterThan(0.38);
    expect(half).toBeLessThan(0.62);
  });

  it("takes a draw", () => {
    const {summary} = specificationCurve(panel(1, 0), small, options);
    expect(() => jointInference(summary, [])).toThrow("invalid draws");
  });
});
