import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import {departments} from "../../src/findings/departments/claim.js";
import type {DepartmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import type {Finding} from "../../src/evidence/finding.js";
import {robustnessAnswer, robustnessSentence} from "../../src/evidence/robustness/answer.js";
import {besideConfounder, confounder} from "../../src/evidence/robustness/confounder.js";
import {chanceToFind, detectable} from "../../src/evidence/robustness/detectable.js";
import type {Panel} from "../../src/evidence/robustness/panel.js";
import {panelOf} from "../../src/evidence/robustness/panel.js";
import {type Placebo, placebos, plannedForPlacebos} from "../../src/evidence/robustness/placebos.js";
import {chosenAmong} from "../../src/robustness/exhibits/curveFigure.js";
import {placeboTitle} from "../../src/robustness/exhibits/placeboExhibit.js";
import {specifications} from "../../src/evidence/robustness/specifications.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {noncentralTUpper} from "../../src/stats/distribution/noncentralT.js";
import {studentTQuantile} from "../../src/stats/distribution/studentT.js";
import {random} from "../../src/stats/random.js";
import {robustnessValue} from "../../src/stats/sensitivity/robustnessValue.js";
import {ols} from "../../src/stats/regression/ols.js";
import {coaching} from "./coaching.js";

const context = coaching;
const {unit} = context;
const plan = planOf({
  specification: "margin ~ participation | department_id + fiscal_year",
  term: "participation",
  worthwhile: 0.01
});

interface World {
  readonly effect?: number;
  readonly selection?: number;
  readonly seed?: number;
  readonly years?: number;
  readonly units?: number;
}

/** Departments of two lines over two years before a programme and nine in it. */
function cells({effect = 0, selection = 0, seed = 1, years = 11, units = 20}: World = {}): ReleasedTable {
  const source = random(seed);
  const rows: ReleasedRow[] = Array.from({length: units}, (_, d) => {
    const quality = source.normal();
    const size = 40 + 5 * source.below(20);
    const growth = 0.04 + 0.04 * source.normal();
    return Array.from({length: years}, (_year, t) => {
      const taken = 0.3 + growth * t + 0.15 * selection * quality + 0.12 * source.normal();
      const participation = t < 2 ? 0.05 : Math.min(0.95, Math.max(0.05, taken));
      const margin = 0.06 + 0.02 * selection * quality + effect * participation + 0.01 * source.normal();
      const headcount = size + 5 * source.below(3);
      const row = {department_id: `D${d}`, division: d % 2 === 0 ? "A" : "B", fiscal_year: 2009 + t, headcount};
      return {...row, participation, margin, profit_per_head: 1e6 * margin};
    });
  }).flat();
  return {rows, suppressed: {}};
}

function panel(world: World = {}): Panel {
  const found = panelOf(cells(world), {...context, plan});
  if (!found) throw new RangeError("no panel");
  return found;
}

function departmentCells(world: World = {}): DepartmentPanel {
  return departmentPanel(cells(world), {...context, plan});
}

describe("panelOf()", () => {
  it("has nothing to say of too few years, or of columns that are not released", () => {
    expect(panelOf(cells({years: 4}), {...context, plan})).toBeNull();
    expect(
      panelOf(cells(), {
        ...context,
        plan: planOf({...plan, specification: "margin ~ grant | department_id", term: "grant"})
      })
    ).toBeNull();
    expect(panelOf(cells(), {...context, plan})).not.toBeNull();
  });
});

describe("specifications()", () => {
  const strong = panel({effect: 0.05});
  const curve = specifications(strong);

  it("tries every choice with every other, the planned one among them, as ols() has it", () => {
    // outcomes, exposures, controls, times, views, weights
    expect(curve.within.points).toHaveLength(2 * 1 * 2 * 2 * 8 * 2);
    expect(curve.across.points).toHaveLength(2 * 1 * 2 * 2 * 7 * 2);
    const planned = curve.within.points.filter((point) => point.planned);
    expect(planned).toHaveLength(1);
    const columns = {
      unit: strong.rows.map((row) => row.unit),
      year: strong.rows.map((row) => String(row.year)),
      y: strong.rows.map(({values}) => values.margin ?? NaN),
      x: strong.rows.map(({values}) => values.participation ?? NaN)
    };
    const fitted = ols("y ~ x | unit + year", columns).terms[0]?.estimate ?? NaN;
    const sd = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    };
    expect(planned[0]?.estimate).toBeCloseTo((fitted * sd(columns.x)) / sd(columns.y), 10);
  });

  it("gives each analysis an interval by unit on CR2 and its degrees of freedom, the main one the finding's own", () => {
    const primary = departments(cells({effect: 0.05}), {...context, plan}).primary;
    if (!primary) throw new RangeError("no estimate");
    const {scale} = departmentCells({effect: 0.05});
    const {points} = specifications(strong, {primary: {...primary, scale}}).within;
    const of = (rows: string) =>
      points.find(
        (point) =>
          point.outcome === "margin" &&
          point.rows === rows &&
          point.years === "years for all" &&
          point.control === "none" &&
          point.weights === "unweighted"
      );
    const main = of("all years");
    expect(main?.planned).toBe(true);
    expect((main?.low ?? NaN) / (main?.estimate ?? NaN)).toBeCloseTo((primary.low ?? NaN) / primary.estimate, 9);
    expect((main?.high ?? NaN) / (main?.estimate ?? NaN)).toBeCloseTo((primary.high ?? NaN) / primary.estimate, 9);
    const kept = strong.rows.filter(({year}) => year >= 2011);
    const [term] = ols(
      "y ~ x | unit + year",
      {
        y: kept.map(({values}) => values.margin ?? NaN),
        x: kept.map(({values}) => values.participation ?? NaN),
        unit: kept.map((row) => row.unit),
        year: kept.map((row) => String(row.year))
      },
      {cluster: "unit"}
    ).terms;
    const programme = of("programme years");
    expect((programme?.low ?? NaN) / (programme?.estimate ?? NaN)).toBeCloseTo(
      (term?.low ?? NaN) / (term?.estimate ?? NaN),
      9
    );
  });

  it("tells the main comparison by the plan's years and units; any plan's interval used to stand at the same year's", () => {
    const mainOf = (specification: string, term: string) => {
      const found = panelOf(cells({effect: 0.05}), {...context, plan: planOf({...plan, specification, term})});
      const main = found && specifications(found).within.points.filter((point) => point.planned);
      return main?.map(({rows, estimate}) => [rows, Number(estimate.toPrecision(8))]);
    };
    const later = curve.within.points.find(
      (point) =>
        point.outcome === "margin" &&
        point.rows === "a year later" &&
        point.years === "years for all" &&
        point.control === "none" &&
        point.weights === "unweighted"
    );
    const lagged = mainOf("margin ~ l(participation, 1) | department_id + fiscal_year", "l(participation, 1)");
    expect(lagged).toEqual([["a year later", Number(later?.estimate.toPrecision(8))]]);
    expect(mainOf("margin ~ participation | department_id", "participation")).toEqual([]);
    expect(mainOf("margin ~ participation | fiscal_year", "participation")).toEqual([]);
    expect(mainOf("margin ~ log(participation) | department_id + fiscal_year", "participation")).toEqual([]);
  });

  it("takes no part that leaves nothing out: the programme's years of a study that has no others", () => {
    const always = panelOf(cells({effect: 0.05}), {...context, plan, programmeYears: [2009, 2019]});
    if (!always) throw new RangeError("no panel");
    const rows = new Set(specifications(always).within.points.map((point) => point.rows));
    expect(rows.has("all years")).toBe(true);
    expect(rows.has("programme years")).toBe(false);
  });

  it("adjusts each analysis for what the plan adjusts for", () => {
    const adjusted = planOf({
      ...plan,
      specification: "margin ~ participation + headcount | department_id + fiscal_year"
    });
    const found = panelOf(cells({effect: 0.05}), {...context, plan: adjusted});
    const main = found && specifications(found).within.points.find((point) => point.planned);
    expect(main?.estimate).not.toBeCloseTo(curve.within.points.find((point) => point.planned)?.estimate ?? NaN, 6);
  });

  it("says that the association stands where there is one, and which sign it has", () => {
    expect(robustnessAnswer(curve)).toMatch(/^(?:All|\d+\s% of) \d+ reasonable analyses point the same way$/);
    expect(robustnessSentence(curve, unit, {asRose: "as participation rose", noun: "participation"})).toMatch(
      /found a higher outcome .* [\d.]+\s% of draws would give as strong a result/
    );
    expect(
      robustnessSentence(specifications(panel({effect: -0.05})), unit, {
        asRose: "as participation rose",
        noun: "participation"
      })
    ).toMatch(/found a lower outcome/);
  });

  it("says no more than chance where there is none, in most seeds", () => {
    const found = [1, 2, 3, 4, 5].map((seed) => specifications(panel({seed, units: 10})));
    expect(found.filter(({within}) => (within.joint?.median ?? 1) < 0.05).length).toBeLessThanOrEqual(1);
  });

  it("finds departments that differ, but none that change, where the better take part to no effect", () => {
    const {within, across} = specifications(panel({selection: 1, seed: 3}));
    expect(across.positive).toBe(1);
    expect(across.joint?.median).toBeLessThan(0.05);
    expect(within.joint?.median).toBeGreaterThan(0.05);
  });

  it("shows the choices in which analyses differ, and no other", () => {
    const {within, choices} = curve;
    expect(chosenAmong(within, choices)).toEqual(["outcome", "rows", "years", "control", "weights"]);
  });

  it("leaves out what the cells lack", () => {
    const {rows} = cells({effect: 0.05});
    const kept = new Set(["department_id", "division", "fiscal_year", "participation", "margin"]);
    const bare = {
      rows: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => kept.has(name)))),
      suppressed: {}
    };
    const found = panelOf(bare, {...context, plan});
    expect(found && specifications(found).within.points).toHaveLength(2 * 7);
  });
});

describe("placebos()", () => {
  const survey = (moved: number, noise: number): ReleasedTable => {
    const source = random(7);
    const rows = cells({effect: 0.05}).rows.map((row) => ({
      department_id: row.department_id ?? null,
      fiscal_year: row.fiscal_year ?? null,
      measure: "canteen",
      negative_control: true,
      mean: 3 + moved * Number(row.participation) + noise * source.normal()
    }));
    return {rows, suppressed: {}};
  };
  const verdicts = (world: World, worthwhile = 0.01): (readonly [string, string])[] =>
    placebos(departmentCells(world), context, {worthwhile, direction: 0}).map(
      ({evidence, verdict}) => [evidence.label, verdict] as const
    );

  it("shows that the better took part before there was a programme, by level and not by change", () => {
    const found = new Map(verdicts({selection: 2, units: 40}));
    expect(found.get("Profit margin before the programme")).toBe("failed");
    expect(found.get("Change of profit margin before the programme")).not.toBe("failed");
  });

  it("passes none for want of power, and the same where the margin is wide", () => {
    expect(verdicts({effect: 0.05}, 1e-6).every(([, verdict]) => verdict !== "answered")).toBe(true);
    expect(verdicts({effect: 0.05}, 1).filter(([, verdict]) => verdict === "answered").length).toBeGreaterThan(2);
  });

  it("judges a bias by the side on which the finding claims a difference, as the finding's checks do", () => {
    const label = "Participation of the next year";
    const lead = (direction: -1 | 0 | 1, worthwhile: number): string | undefined =>
      placebos(departmentCells({effect: 0.05}), context, {worthwhile, direction}).find(
        ({evidence}) => evidence.label === label
      )?.verdict;
    const [one] = placebos(departmentCells({effect: 0.05}), context, {worthwhile: 0.01, direction: 0});
    if (one?.evidence.low == null || one.evidence.high === null) throw new RangeError("no interval");
    const {low, high} = one.evidence;
    const against = high < -low ? 1 : -1;
    const widest = Math.max(-low, high);
    const per = one.margin / 0.01;
    expect(lead(0, (0.99 * widest) / per)).not.toBe("answered");
    expect(lead(against, (0.99 * widest) / per)).toBe("answered");
  });

  it("fails a negative control that moved, passes one that stayed", () => {
    const verdict = (moved: number): string | undefined =>
      placebos(departmentCells({effect: 0.05}), context, {
        worthwhile: 0.01,
        direction: 0,
        survey: survey(moved, 0.05),
        worthwhileSurvey: 0.1
      }).find(({kind}) => kind === "negative control")?.verdict;
    expect(verdict(0.3)).toBe("failed");
    expect(verdict(0)).toBe("answered");
  });

  it("stands beside the planned estimate in the same unit", () => {
    const table = cells({effect: 0.05});
    const {primary} = departments(table, {...context, plan});
    if (!primary) throw new RangeError("no estimate");
    const planned = plannedForPlacebos(departmentCells({effect: 0.05}), primary, "participation");
    expect(planned.low).toBeGreaterThan(0);
    expect(planned.estimate / primary.estimate).toBeCloseTo((planned.low ?? NaN) / (primary.low ?? NaN), 12);
    expect(planned.unit).toBe(placebos(departmentCells(), context, {worthwhile: 0.01, direction: 0})[0]?.evidence.unit);
  });
});

describe("placeboTitle()", () => {
  const one = (verdict: "answered" | "open" | "failed", estimate: number): Placebo =>
    ({verdict, evidence: {estimate}}) as unknown as Placebo;

  it("reassures only where each was shown to be small; what is not clear used to count as none", () => {
    const main = {estimate: -0.5};
    expect(placeboTitle([one("open", -0.7), one("open", 0.1)], main)).toMatch(
      /as large as the main one.*rule nothing out/
    );
    expect(placeboTitle([one("open", 0.2), one("answered", 0.1)], main)).toMatch(/^1 of 2 comparisons cannot exclude/);
    expect(placeboTitle([one("answered", 0.1), one("answered", 0)], main)).toMatch(/^None of 2 .* that matters/);
    expect(placeboTitle([one("failed", 0.9), one("open", 0)], main)).toMatch(/^1 of 2 comparisons shows a difference/);
  });
});

describe("besideConfounder()", () => {
  it("is the estimate beside a covariate, from how much that explains of what is left of both", () => {
    const {rows} = panel({effect: 0.05, seed: 4});
    const source = random(9);
    const d = rows.map(({values}) => values.participation ?? NaN);
    const z = d.map((value) => value + 0.1 * source.normal());
    const y = rows.map(({values}, i) => (values.margin ?? NaN) + 0.02 * (z[i] ?? NaN));
    const columns = {y, d, z, unit: rows.map((row) => row.unit), year: rows.map((row) => String(row.year))};
    const fit = (formula: string) => ols(`${formula} | unit + year`, columns, {vcov: "iid"});
    const partial = (formula: string): number => {
      const {terms, fit: fitted} = fit(formula);
      const t = terms.find(({term}) => term === "z")?.statistic ?? NaN;
      return t ** 2 / (t ** 2 + fitted.df_residual);
    };
    const short = fit("y ~ d");
    const {estimate = NaN, se = null} = short.terms[0] ?? {};
    const left = besideConfounder(
      {estimate, se: se ?? NaN, df: short.fit.df_residual},
      {exposure: partial("d ~ z"), outcome: partial("y ~ d + z")}
    );
    expect(left).toBeCloseTo(fit("y ~ d + z").terms[0]?.estimate ?? NaN, 10);
  });
});

describe("confounder()", () => {
  const primary = {estimate: 1, low: 0.5, high: 1.5};

  it("of classical errors makes an estimate unclear where the robustness value of its interval says", () => {
    const made = panel({effect: 0.05});
    const {rows} = made;
    const columns = {
      y: rows.map(({values}) => values.margin ?? NaN),
      d: rows.map(({values}) => values.participation ?? NaN),
      unit: rows.map((row) => row.unit),
      year: rows.map((row) => String(row.year))
    };
    const {terms, fit} = ols("y ~ d | unit + year", columns, {vcov: "iid"});
    const [term] = terms;
    if (!term) throw new RangeError("no term");
    const {rv, rv_alpha: unclear} = robustnessValue(term.statistic ?? NaN, fit.df_residual);
    const found = confounder(made, {primary: term});
    expect(found.estimate).toBeCloseTo(rv, 12);
    // sensemakr takes the critical value on one degree less
    expect(found.interval).toBeCloseTo(unclear, 3);
  });

  it("is of the plan's exposure, a year before the outcome where that is planned", () => {
    const lagged = planOf({
      ...plan,
      specification: "margin ~ l(participation, 1) | department_id + fiscal_year",
      term: "l(participation, 1)"
    });
    const table = cells({effect: 0.05});
    const made = panelOf(table, {...context, plan: lagged});
    if (!made) throw new RangeError("no panel");
    const {columns, specification, order, term} = departmentPanel(table, {...context, plan: lagged});
    const {terms, fit} = ols(specification, columns, {...order, vcov: "iid"});
    const t = terms.find((one) => one.term === term)?.statistic ?? NaN;
    expect(confounder(made, {primary}).estimate).toBeCloseTo(robustnessValue(t, fit.df_residual).rv, 12);
  });

  it("holds a hidden cause against the study's own measures of circumstances as well", () => {
    const {rows} = cells({effect: 0.05});
    const weather = rows.map((row, i) => ({...row, weather: 3 * Number(row.participation) + Math.sin(i)}));
    const measures = new Map([
      ...context.measures,
      ["weather", {name: "weather", label: "Rainy days", unit: "days", direction: "lower", role: "context"} as const]
    ]);
    const made = panelOf({rows: weather, suppressed: {}}, {...context, measures, plan});
    const labels = made && confounder(made, {primary}).benchmarks.map(({measured}) => measured);
    expect(labels).toContainEqual({kind: "measure", label: "rainy days"});
  });

  it("needs none to make unclear what the main comparison's own errors leave unclear; classical ones used to decide", () => {
    const made = panel({effect: 0.05});
    expect(confounder(made, {primary: {estimate: 1, low: -0.1, high: 2.1}}).interval).toBeNull();
    expect(confounder(made, {primary: {estimate: -1, low: -2.1, high: 0.1}}).interval).toBeNull();
    const wide = confounder(made, {primary: {estimate: -1, low: -1.9, high: -0.1}}).interval ?? NaN;
    const narrow = confounder(made, {primary: {estimate: -1, low: -1.1, high: -0.9}});
    expect(wide).toBeLessThan(narrow.interval ?? NaN);
    expect(narrow.interval).toBeLessThan(narrow.estimate);
  });

  it("takes the estimate to nought where both shares are its robustness value", () => {
    const {estimate, grid, benchmarks, interval} = confounder(panel({effect: 0.05}), {primary});
    expect(interval).toBeLessThan(estimate);
    const side = Math.sign(grid[0]?.estimate ?? 0);
    for (const {exposure, outcome, estimate: left} of grid) {
      const beyond = exposure > estimate && outcome > estimate;
      const short = exposure < estimate && outcome < estimate;
      expect(beyond ? side * left <= 0 : short ? side * left >= 0 : true).toBe(true);
    }
    expect(new Set(benchmarks.map(({measured}) => measured.kind)).size).toBeGreaterThan(1);
  });
});

describe("chanceToFind()", () => {
  const primary = {estimate: 1, low: -1, high: 3, unit: "points", df: 7};
  it("is 80 % of what the least detectable difference would be found in, whatever the estimate", () => {
    const least = detectable([{id: "departments", primary} as unknown as Finding])[0]?.least ?? NaN;
    for (const estimate of [1, -1, 0]) {
      const moved = {...primary, estimate, low: estimate - 2, high: estimate + 2};
      expect(chanceToFind({primary: moved, worthwhile: least} as unknown as Finding)).toBeCloseTo(0.8, 9);
    }
  });

  it("is half of the level where nothing would matter, and null without an interval", () => {
    expect(chanceToFind({primary, worthwhile: 1e-9} as unknown as Finding)).toBeCloseTo(0.025, 6);
    expect(chanceToFind({primary: {...primary, low: null}, worthwhile: 1} as unknown as Finding)).toBeNull();
    expect(chanceToFind({primary: null, worthwhile: 1} as unknown as Finding)).toBeNull();
  });
});

describe("detectable()", () => {
  it("gives the shift at which a test on its df has 80 % power", () => {
    const primary = {estimate: 1, low: -1, high: 3, unit: "points", df: 7};
    const [found] = detectable([{id: "departments", primary} as unknown as Finding]);
    const critical = studentTQuantile(0.025, 7, {upper: true});
    expect(found?.se).toBeCloseTo(2 / critical, 12);
    expect(noncentralTUpper(critical, 7, (found?.least ?? NaN) / (found?.se ?? NaN))).toBeCloseTo(0.8, 9);
  });

  it("takes those of the same estimate's own errors where its interval is resampled; it used to take endlessly many", () => {
    const resampled = {estimate: 1, low: -1, high: 3, unit: "points", df: null, effectiveDf: 7};
    const plain = {...resampled, df: 7};
    const of = (primary: object) => ({id: "departments", primary, worthwhile: 1}) as unknown as Finding;
    expect(detectable([of(resampled)])).toEqual(detectable([of(plain)]));
    expect(chanceToFind(of(resampled))).toBe(chanceToFind(of(plain)));
    const {primary} = departments(cells({effect: 0.05}), {...context, plan});
    expect(primary?.df).toBeNull();
    expect(primary?.effectiveDf).toBeLessThan(20);
  });

  it("asks more of few degrees of freedom than of many", () => {
    const least = (df: number): number => {
      const reach = studentTQuantile(0.025, df, {upper: true});
      const primary = {estimate: 0, low: -reach, high: reach, unit: "points", df};
      return detectable([{id: "departments", primary} as unknown as Finding])[0]?.least ?? NaN;
    };
    expect(least(5)).toBeGreaterThan(least(500));
  });
});

it("what a study measured of units is a control and a benchmark, under its label", () => {
  const measures = new Map(context.measures).set("demand", {
    name: "demand",
    label: "Local demand",
    unit: "index",
    direction: "higher",
    role: "context"
  });
  const source = random(5);
  const table = cells();
  const rows = table.rows.map((row) => ({...row, demand: 0.3 * Number(row.participation) + 0.1 * source.normal()}));
  const found = panelOf({...table, rows}, {...context, measures, plan});
  if (!found) throw new RangeError("no panel");
  expect(found.causes.map(({name}) => name)).toEqual(["demand"]);
  const primary = {estimate: 1, low: 0.5, high: 1.5};
  const kinds = (of: Panel) => confounder(of, {primary}).benchmarks.map(({measured}) => measured);
  expect(kinds(found)).toContainEqual({kind: "measure", label: "local demand"});
  expect(kinds(panel()).map(({kind}) => kind)).not.toContain("measure");
  const controls = new Set(specifications(found).within.points.map(({control}) => control));
  expect(controls).toEqual(new Set(["none", "headcount", "local demand"]));
});
