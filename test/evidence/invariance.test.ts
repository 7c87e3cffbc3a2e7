import {describe, expect, it} from "vitest";
import type {Evidence} from "../../src/evidence/finding.js";
import {beforeOwnStart} from "../../src/evidence/panel/beforeOwnStart.js";
import {beforeProgramme} from "../../src/evidence/panel/beforeProgramme.js";
import {type DepartmentPanel, departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {laggedTerms} from "../../src/evidence/panel/laggedTerms.js";
import {leadTest} from "../../src/evidence/panel/leadTest.js";
import {nextYear} from "../../src/evidence/panel/nextYear.js";
import {ownTrendOf} from "../../src/evidence/panel/ownTrendOf.js";
import {planOf} from "../../src/evidence/planOf.js";
import {panelOf} from "../../src/evidence/robustness/panel.js";
import {ours, viewsOf} from "../../src/evidence/robustness/views.js";
import {laggedEvidence} from "../../src/findings/departments/laggedEvidence.js";
import {leaveOneOut} from "../../src/findings/departments/leaveOneOut.js";
import {lostByExposure} from "../../src/findings/departments/lostByExposure.js";
import {permuteTrajectories} from "../../src/findings/departments/permuteTrajectories.js";
import {redraw} from "../../src/findings/departments/redraw.js";
import {twoWayWeights} from "../../src/findings/departments/twoWayWeights.js";
import type {ReleasedRow} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {specificationCurve} from "../../src/stats/specification/specificationCurve.js";
import {coaching} from "./coaching.js";

const context = {
  ...coaching,
  programmeYears: [2014, 2018] as const,
  measures: new Map([
    ...coaching.measures,
    ["score", {name: "score", label: "Score", unit: "points", direction: "higher", role: "outcome"} as const],
    ["grant", {name: "grant", label: "Grant", unit: "0 or 1", direction: "higher", role: "exposure"} as const],
    ["aide", {name: "aide", label: "Aide", unit: "0 or 1", direction: "higher", role: "exposure"} as const]
  ])
};

/** Units that start in different years or never, some cells missing, under a plan with last year's exposure and a control. */
function staggered(seed = 2): ReleasedRow[] {
  const {normal, uniform} = random(seed);
  return Array.from({length: 16}, (_, d) => {
    const [start, quality] = [d % 4 === 3 ? Infinity : 2013 + (d % 4), normal()];
    return Array.from({length: 9}, (_year, t) => {
      const year = 2010 + t;
      const grant = Number(year >= start && year < start + 3);
      return {
        department_id: `D${d}`,
        name: `D${d}`,
        division: d % 2 === 0 ? "A" : "B",
        fiscal_year: year,
        headcount: 20 + 5 * (d % 5),
        grant,
        grant_before: Number(year > start && year <= start + 3),
        demand: normal() + 0.3 * grant,
        score: uniform() < 0.06 ? null : quality + 0.4 * grant + normal()
      };
    });
  }).flat();
}

/** Units seen once, drawn within divisions into two arms and none. */
function drawn(seed = 3): ReleasedRow[] {
  const {normal} = random(seed);
  return Array.from({length: 60}, (_, i) => {
    const before = normal();
    return {
      department_id: `D${i}`,
      name: `D${i}`,
      division: `S${Math.floor(i / 12)}`,
      fiscal_year: 2014,
      grant: Number(i % 3 === 0),
      aide: Number(i % 3 === 1),
      before,
      score: i === 17 ? null : 2 * before + 0.5 * Number(i % 3 === 0) + normal()
    };
  });
}

const plans = {
  years: planOf({
    specification: "score ~ grant + grant_before + demand | department_id + fiscal_year",
    term: "grant",
    worthwhile: 0.1
  }),
  plain: planOf({specification: "score ~ grant | department_id + fiscal_year", term: "grant", worthwhile: 0.1}),
  once: planOf({specification: "score ~ grant + aide + before | division", term: "grant", worthwhile: 0.1})
};

const panelWith = (rows: readonly ReleasedRow[], plan: keyof typeof plans): DepartmentPanel =>
  departmentPanel({rows, suppressed: {}}, {...context, plan: plans[plan]});

/** What scales with the outcome, and what is the same whatever its unit. */
interface Told {
  readonly scaled: readonly (number | null | undefined)[];
  readonly same: readonly (number | boolean | null | undefined)[];
}

const ofEvidence = (found: Evidence | null | undefined): Told => ({
  scaled: [found?.estimate, found?.low, found?.high],
  same: [found?.p, found?.df, found?.n]
});

interface Estimator {
  readonly name: string;
  readonly rows: readonly ReleasedRow[];
  readonly of: (rows: readonly ReleasedRow[]) => Told;
}

const overYears: readonly (readonly [string, (panel: DepartmentPanel) => Told])[] = [
  ["beforeOwnStart", (panel) => ofEvidence(beforeOwnStart(panel))],
  ["beforeProgramme", (panel) => ofEvidence(beforeProgramme(panel, {...context, many: "departments"})?.level)],
  ["leadTest", (panel) => ofEvidence(leadTest(panel))],
  ["nextYear", (panel) => ofEvidence(nextYear(panel))],
  ["ownTrendOf", (panel) => ofEvidence(ownTrendOf(panel))],
  ["laggedTerms", (panel) => ({scaled: [], same: laggedTerms(panel).map(({lag}) => lag)})],
  [
    "laggedEvidence",
    (panel) => {
      const found = laggedEvidence(panel);
      const {scaled, same} = ofEvidence(found?.terms[0]?.evidence);
      return {scaled, same: [...same, found?.joint?.p, found?.joint?.df2]};
    }
  ],
  [
    "leaveOneOut",
    (panel) => ({
      scaled: leaveOneOut(panel)
        .map((one) => one.estimate)
        .toSorted((a, b) => a - b),
      same: []
    })
  ],
  ["lostByExposure", (panel) => ({scaled: [], same: Object.values(lostByExposure(panel))})]
];

const estimators: readonly Estimator[] = [
  ...overYears.map(([name, of]) => ({
    name,
    rows: staggered(),
    of: (rows: readonly ReleasedRow[]) => of(panelWith(rows, "years"))
  })),
  {
    name: "twoWayWeights",
    rows: staggered(),
    of: (rows) => ({scaled: [], same: Object.values(twoWayWeights(panelWith(rows, "years")) ?? {})})
  },
  {
    name: "permuteTrajectories",
    rows: staggered(),
    of: (rows) => ({scaled: [], same: [permuteTrajectories(panelWith(rows, "plain"))?.r]})
  },
  {
    name: "redraw",
    rows: drawn(),
    of: (rows) => ({scaled: [redraw(panelWith(rows, "once"), {...context, draws: 9})?.estimate], same: []})
  },
  ...([null, ours.weight] as const).map((weights) => ({
    name: weights === null ? "interval" : "interval, weighted",
    rows: staggered(),
    of(rows: readonly ReleasedRow[]): Told {
      const panel = panelOf({rows, suppressed: {}}, {...context, plan: plans.plain});
      if (!panel) throw new RangeError("no panel");
      const {points, interval} = specificationCurve(
        viewsOf(panel).table,
        {
          outcomes: ["score"],
          exposures: ["grant"],
          effects: [[ours.level, ours.year]],
          samples: ["all years"],
          weights: [weights]
        },
        {unit: ours.unit, time: ours.moment}
      );
      const found = points[0] && interval(points[0].specification);
      return {scaled: [1 / (found?.scale ?? NaN)], same: [found?.low, found?.high]};
    }
  }))
];

type Values = readonly (number | boolean | null | undefined)[];

/** What is not as it was, times a factor. */
const apart = (found: Values, expected: Values, factor = 1): string[] =>
  Array.from({length: Math.max(found.length, expected.length)}, (_, i) => [found[i], expected[i]] as const).flatMap(
    ([value, reference]) =>
      typeof value === "number" && typeof reference === "number"
        ? Math.abs(value / factor - reference) < 1e-7 * Math.max(1, Math.abs(reference))
          ? []
          : [`${value} for ${factor * reference}`]
        : value === reference
          ? []
          : [`${value} for ${reference}`]
  );

const scored = (rows: readonly ReleasedRow[], change: (score: number) => number): ReleasedRow[] =>
  rows.map((row) => ({...row, score: typeof row.score === "number" ? change(row.score) : null}));

describe.each(estimators)("$name", ({rows, of}) => {
  const plain = of(rows);

  it("finds something", () => {
    const all = [...plain.scaled, ...plain.same];
    expect(all.length).toBeGreaterThan(0);
    for (const value of all)
      expect(value).not.toSatisfy((one) => one === undefined || one === null || Number.isNaN(one));
  });

  it("scales with the outcome, its interval too; what says how sure we are stays", () => {
    for (const factor of [7, 1e-6]) {
      const found = of(scored(rows, (score) => factor * score));
      expect(apart(found.scaled, plain.scaled, factor)).toEqual([]);
      expect(apart(found.same, plain.same)).toEqual([]);
    }
  });

  it("is the same of an outcome that is higher everywhere", () => {
    const found = of(scored(rows, (score) => 50 + score));
    expect(apart([...found.scaled, ...found.same], [...plain.scaled, ...plain.same])).toEqual([]);
  });

  it("does not depend on the order of rows, nor on what units are called", () => {
    const stride = 37;
    const order = rows.map((_, i) => rows[(i * stride) % rows.length]!);
    const found = of(order.map((row) => ({...row, department_id: `Unit ${String(row.department_id)}`})));
    expect(apart([...found.scaled, ...found.same], [...plain.scaled, ...plain.same])).toEqual([]);
  });
});

describe("units that are there twice", () => {
  const twice = (rows: readonly ReleasedRow[]): ReleasedRow[] =>
    rows.flatMap((row) => [row, {...row, department_id: `${String(row.department_id)} again`}]);

  it.each(overYears.filter(([name]) => !["laggedTerms", "leaveOneOut", "lostByExposure"].includes(name)))(
    "%s has the same estimate and a narrower interval",
    (_, of) => {
      const [once, again] = [of(panelWith(staggered(), "years")), of(panelWith(twice(staggered()), "years"))];
      const [estimate, low, high] = once.scaled.map(Number);
      expect(again.scaled[0]).toBeCloseTo(estimate ?? NaN, 8);
      expect(Number(again.scaled[2]) - Number(again.scaled[1])).toBeLessThan((high ?? NaN) - (low ?? NaN));
    }
  );
});

describe("redraw(panel)", () => {
  it("keeps with its unit what was not drawn: p is that of each exchange fitted anew, beside which it used to be too high", () => {
    const panel = panelWith(
      drawn().map((row) => ({...row, aide: 0, extra: Number(row.before)})),
      "once"
    );
    const found = redraw({...panel, specification: "score ~ grant + before | division"}, {...context, draws: 4999});
    const rows = panel.units.flatMap((_, row) => (Number.isFinite(panel.y[row]) ? [row] : []));
    const strata = [...new Set(panel.lines)].map((line) => rows.filter((row) => panel.lines[row] === line));
    const slopeOf = (x: readonly number[]): number => fitted(panel, rows, x);
    const {below} = random(11);
    const observed = slopeOf(panel.x);
    const x = [...panel.x];
    let beyond = 0;
    for (let k = 0; k < 999; k++) {
      for (const group of strata)
        for (let i = group.length - 1; i > 0; i--) {
          const [a, b] = [group[i]!, group[below(i + 1)]!];
          [x[a], x[b]] = [x[b]!, x[a]!];
        }
      if (Math.abs(slopeOf(x)) >= Math.abs(observed)) beyond++;
    }
    expect(found?.estimate).toBeCloseTo(observed, 9);
    expect(Math.abs((found?.p ?? NaN) - (beyond + 1) / 1000)).toBeLessThan(0.03);
  });
});

/** The slope of the outcome on x beside what was measured before, by normal equations within divisions. */
function fitted(panel: DepartmentPanel, rows: readonly number[], x: readonly number[]): number {
  const before = (panel.columns.before ?? []).map(Number);
  const within = (values: readonly number[]): number[] =>
    rows.map((row) => {
      const like = rows.filter((other) => panel.lines[other] === panel.lines[row]);
      return (values[row] ?? NaN) - like.reduce((sum, other) => sum + (values[other] ?? NaN) / like.length, 0);
    });
  const [a, b, y] = [within(x), within(before), within(panel.y)];
  const dot = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, i) => sum + value * (v[i] ?? NaN), 0);
  return (dot(a, y) * dot(b, b) - dot(b, y) * dot(a, b)) / (dot(a, a) * dot(b, b) - dot(a, b) ** 2);
}
