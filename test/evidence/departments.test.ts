import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {departments} from "../../src/findings/departments/claim.js";
import {bandReliability} from "../../src/findings/departments/bandReliability.js";
import {timing} from "../../src/findings/departments/timing.js";
import {beforeProgramme} from "../../src/evidence/panel/beforeProgramme.js";
import {betweenAndWithin} from "../../src/findings/departments/betweenAndWithin.js";
import {correlations} from "../../src/findings/departments/correlations.js";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {inMoney, moneySentence} from "../../src/findings/departments/inMoney.js";
import {leadTest} from "../../src/evidence/panel/leadTest.js";
import {leaveOneOut} from "../../src/findings/departments/leaveOneOut.js";
import {otherMeasures} from "../../src/findings/departments/otherMeasures.js";
import {permuteTrajectories} from "../../src/findings/departments/permuteTrajectories.js";
import {wildEvidence} from "../../src/evidence/panel/wildEvidence.js";
import type {FindingDraft} from "../../src/evidence/finding.js";
import {judgeFindings} from "../../src/evidence/judgeFindings.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {pearson} from "../../src/stats/association/pearson.js";
import {random} from "../../src/stats/random.js";
import {ols} from "../../src/stats/regression/ols.js";

const plan = planOf({
  specification: "margin ~ participation | department_id + fiscal_year",
  term: "participation",
  worthwhile: 0.01
});

const context: EvidenceContext & {plan: typeof plan} = {
  programme: "coaching",
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  assignment: {how: "voluntary", what: "none", exposure: null, record: null},
  programmeYears: [2011, 2019],
  measures: describeMeasures([], "yen"),
  plan
};

interface World {
  readonly effect?: number;
  /** better departments take part more */
  readonly selection?: number;
  /** last year's margin draws participation up */
  readonly reverse?: number;
  readonly seed?: number;
  readonly years?: number;
  readonly before?: number;
  readonly band?: number;
}

/** Twenty departments of two lines, some years before the programme, then years in it. */
function made({
  effect = 0,
  selection = 0,
  reverse = 0,
  seed = 1,
  years = 9,
  before = 0,
  band = 0
}: World = {}): ReleasedTable {
  const source = random(seed);
  const rows = Array.from({length: 20}, (_, d) => {
    const quality = source.normal();
    let last = 0;
    return Array.from({length: before + years}, (_year, t) => {
      const into = t - before;
      const wanted = 0.35 + 0.03 * into + 0.13 * selection * quality + 0.08 * source.normal() + reverse * last;
      const exact = into < 0 ? 0 : Math.min(1, Math.max(0, wanted));
      const participation = band > 0 ? band * Math.floor(exact / band) + band / 2 : exact;
      last = 0.01 * source.normal();
      const margin = 0.06 + 0.02 * selection * quality + effect * exact + last;
      return {
        department_id: `D${d}`,
        name: `Department ${d}`,
        division: d < 10 ? "A" : "B",
        fiscal_year: 2011 + into,
        participation,
        margin,
        revenue: 2e9,
        profit: 2e9 * margin
      };
    });
  }).flat();
  return {rows, suppressed: {}};
}

const stateOf = ({checks}: FindingDraft, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.state;

describe("departments()", () => {
  it("tells a difference within departments where there is one, and its direction", () => {
    const [more, less] = [0.04, -0.04].map((effect) => departments(made({effect}), context));
    expect(more?.title).toBe(
      "Departments earned a higher profit margin in years when more of their managers took part"
    );
    expect(less?.title).toBe("Departments earned a lower profit margin in years when more of their managers took part");
    expect(more?.claim).toBe("change");
    expect(more?.primary?.estimate).toBeGreaterThan(0.2);
    expect(more?.primary?.n).toBe(180);
  });

  it("claims nothing within departments where better ones take part and nothing works, in 19 of 20 seeds or more", () => {
    const claims = Array.from({length: 40}, (_, seed) => departments(made({selection: 1, seed}), context).claim);
    expect(claims.filter((claim) => claim === "change").length).toBeLessThanOrEqual(5);
    expect(claims.filter((claim) => claim === "difference").length).toBeGreaterThan(20);
  });

  it("claims nothing in nearly all worlds without effect and selection, though participation rises every year", () => {
    const claims = Array.from({length: 40}, (_, seed) => departments(made({seed}), context).claim);
    expect(claims.filter((claim) => claim !== "none").length).toBeLessThanOrEqual(8);
  });

  it("does not take years for departments: a margin that rises with time alone is no difference between them", () => {
    const {rows} = made();
    const drifting = rows.map((row) => ({
      ...row,
      margin: Number(row.margin) + 0.02 * (Number(row.fiscal_year) - 2011)
    }));
    const {title, evidence, claim} = departments({rows: drifting, suppressed: {}}, context);
    expect(evidence[0]?.low).toBeGreaterThan(0);
    expect(claim).toBe("none");
    expect(title).toBe("We found no clear link between participation and profit margin");
  });

  it("uses no word of cause for a voluntary start", () => {
    const {title, sentence, alternative, checks} = departments(made({effect: 0.04, before: 2}), context);
    const text = [title, sentence, alternative, ...checks.flatMap(({asked, why}) => [asked, why])].join(" ");
    expect(text).not.toMatch(/\b(caused|drove|proves|impact|effect|ROI)\b/i);
  });

  it("changes its sentence when the data change", () => {
    const sentence = (effect: number): string => departments(made({effect}), context).sentence;
    expect(sentence(0.04)).not.toBe(sentence(-0.04));
    expect(sentence(0.04)).toMatch(
      /was 0\.\d+ percentage points higher for every 10 points more of its managers taking part/
    );
  });

  it("shows few years and does not test which came first in them", () => {
    const finding = departments(made({effect: 0.04, years: 3}), context);
    expect(stateOf(finding, "lead")).toBe("unmade");
    expect(finding.required.map(({id}) => id)).toContain("lead");
  });

  it("fails on order in time where last year's margin draws participation up", () => {
    const after = departments(made({reverse: 15, years: 11}), context);
    expect(stateOf(after, "lead")).not.toBe("answered");
  });

  it("passes on order in time only where a lead worth having would have shown", () => {
    const verdict = (worthwhile: number): string | undefined =>
      stateOf(departments(made({effect: 0.04}), {...context, plan: {...plan, worthwhile}}), "lead");
    expect(verdict(0.05)).toBe("answered");
    expect(verdict(0.0002)).not.toBe("answered");
  });

  it("says that those who later took part more stood higher before, and what keeps that out", () => {
    const finding = departments(made({selection: 1, before: 2}), context);
    expect(stateOf(finding, "absorbed")).toBe("answered");
    expect(finding.title).toMatch(
      /^Departments with more participation earned a higher profit margin, and did so before/
    );
    const pooled = departments(made({selection: 1, before: 2}), {
      ...context,
      plan: planOf({...plan, specification: "margin ~ participation | fiscal_year"})
    });
    expect(stateOf(pooled, "absorbed")).toBe("failed");
    expect([pooled.level, pooled.claim, pooled.candidacy]).toEqual([1, "difference", null]);
    expect(`${pooled.title} ${pooled.sentence} ${pooled.comparison}`).not.toMatch(/itself|within/i);
  });

  it("says so where the planned comparison cannot be made at all", () => {
    const {rows} = made();
    const none = {rows: rows.map((row) => ({...row, margin: null})), suppressed: {}};
    const {title, primary, claim, evidence} = departments(none, context);
    expect(title).toBe("We could not compare departments as planned");
    expect([primary, claim, evidence]).toEqual([null, "none", []]);
  });

  it("fails where most cells are missing", () => {
    const {rows} = made({effect: 0.04});
    const thin = rows.map((row, i) => (i % 2 === 0 ? row : {...row, margin: {suppressed: "fewer than 10"}}));
    const finding = departments({rows: thin, suppressed: {}}, context);
    expect(stateOf(finding, "cells")).toBe("failed");
    expect(finding.primary?.n).toBe(90);
  });
});

describe("departments(), where a draw decided", () => {
  const source = random(7);
  const rows = Array.from({length: 90}, (_, i) => {
    const site = i % 15;
    const offered = Number(i % 6 < 3);
    return {
      department_id: `D${i}`,
      name: `Department ${i}`,
      division: `Site ${site}`,
      fiscal_year: 2011,
      offered,
      site,
      score: 50 + site + 5 * offered + 2 * source.normal()
    };
  });
  const drawn = {
    ...context,
    assignment: {how: "randomised", what: "departments", exposure: "offered", record: "the draw"} as const,
    exposure: {kind: "yes or no", one: "an offer"} as const,
    measures: describeMeasures(
      [
        {
          name: "score",
          label: "Scores",
          unit: "points",
          direction: "higher",
          role: "outcome"
        },
        {
          name: "offered",
          label: "Offer",
          unit: "0 or 1",
          direction: "higher",
          role: "exposure"
        },
        {name: "site", label: "Site", unit: "number", direction: "higher", role: "context"}
      ],
      "yen"
    ),
    plan: planOf({specification: "score ~ offered | site", term: "offered", worthwhile: 1})
  };
  const finding = departments({rows, suppressed: {}}, drawn);

  it("reaches level 5 and speaks of an effect, without a word of years", () => {
    expect([finding.level, finding.kind]).toEqual([5, "effect"]);
    expect(finding.title).toBe("Offering coaching raised scores");
    expect(finding.sentence).toMatch(
      /^Comparing departments within each site, as they were drawn, scores were [45]\.\d/
    );
    expect(finding.sentence).toContain("based on 90 departments.");
    expect(finding.evidence.map(({label}) => label)).toEqual([
      "All departments pooled",
      "As planned, errors by department"
    ]);
  });

  it("owes no years before the start, and is as sure as a draw allows", () => {
    const {findings, headline} = judgeFindings([finding]);
    expect(findings[0]?.certainty).toBe("high");
    expect(headline.better).toEqual(["departments"]);
    expect(finding.checks.map(({id, state}) => [id, state])).toEqual([
      ["precision", "answered"],
      ["others", "answered"],
      ["cells", "answered"],
      ["absorbed", "answered"],
      ["leave-out", "answered"]
    ]);
  });

  it("is of the offer as drawn alone: another exposure, or no record, is no draw", () => {
    const levelOf = (assignment: EvidenceContext["assignment"]): number =>
      departments({rows, suppressed: {}}, {...drawn, assignment}).level;
    expect(levelOf({...drawn.assignment, record: null})).toBe(1);
    expect(levelOf({...drawn.assignment, exposure: "taken up"})).toBe(1);
  });
});

describe("behind the departments' finding", () => {
  const panel = departmentPanel(made({effect: 0.03, selection: 1, before: 2}), context);

  it("leaveOneOut() is the planned estimate of the cells that remain", () => {
    const left = leaveOneOut(panel);
    expect(left.filter(({kind}) => kind === "unit")).toHaveLength(20);
    expect(left.filter(({kind}) => kind === "year")).toHaveLength(11);
    const keep = panel.units.flatMap((unit, row) => (unit === "D3" ? [] : [row]));
    const of = (values: readonly (string | number)[]): (string | number)[] => keep.map((row) => values[row] ?? NaN);
    const {terms} = ols(plan.specification, {
      margin: of(panel.y),
      participation: of(panel.x),
      department_id: of(panel.units),
      fiscal_year: of(panel.years)
    });
    expect(left.find(({name}) => name === "Department 3")?.estimate).toBeCloseTo(0.1 * (terms[0]?.estimate ?? NaN), 9);
  });

  it("permuteTrajectories() correlates what the planned comparison does: r = t / sqrt(t2 + df)", () => {
    const {terms, fit} = ols(plan.specification, panel.columns);
    const t = terms[0]?.statistic ?? NaN;
    const exchanged = permuteTrajectories(panel, {draws: 199});
    expect(exchanged?.r).toBeCloseTo(t / Math.sqrt(t * t + fit.df_residual), 9);
    expect(permuteTrajectories(panel, {draws: 199})).toEqual(exchanged);
  });

  it("permuteTrajectories() refuses one in twenty true nulls, within the binomial bound", () => {
    const refused = Array.from({length: 200}, (_, seed) => {
      const table = made({selection: 1, seed: seed + 1, years: 5});
      return permuteTrajectories(departmentPanel(table, context), {draws: 199, seed})?.p ?? 1;
    }).filter((p) => p <= 0.05);
    // 99.9 % of binomial(200, 0.05)
    expect(refused.length).toBeLessThanOrEqual(21);
    expect(refused.length).toBeGreaterThan(1);
  });

  it("permuteTrajectories() has nothing to exchange where no two units of a line have the same years", () => {
    const {rows} = made({years: 6});
    const apart = rows.filter(({department_id: unit}) => unit === "D0" || unit === "D15");
    expect(permuteTrajectories(departmentPanel({rows: apart, suppressed: {}}, context))).toBeNull();
  });

  it("betweenAndWithin() gives the slopes of the unit means and of deviations from them", () => {
    const split = betweenAndWithin(panel);
    const table = {y: panel.y, x: panel.x, department_id: panel.units};
    const between = ols("y ~ x", table, {model: "between", unit: "department_id"}).terms.at(-1);
    const within = ols("y ~ x | department_id", table).terms[0];
    expect(split?.between).toBeCloseTo(0.1 * (between?.estimate ?? NaN), 8);
    expect(split?.within).toBeCloseTo(0.1 * (within?.estimate ?? NaN), 8);
    expect(split?.gap).toBeGreaterThan(0);
  });

  it("beforeProgramme() finds the planted level, and null where no year comes before", () => {
    const found = beforeProgramme(panel, {programmeYears: [2011, 2019], many: "departments"});
    expect(found?.years).toEqual([2009, 2010]);
    // 0.02 of margin for 0.13 of participation, both for one sd of quality
    expect(found?.level?.low).toBeLessThan((10 * 0.02) / 0.13);
    expect(found?.level?.high).toBeGreaterThan((10 * 0.02) / 0.13);
    const started = departmentPanel(made(), context);
    expect(beforeProgramme(started, {programmeYears: [2011, 2019], many: "departments"})).toBeNull();
  });

  it("leadTest() needs five years", () => {
    expect(leadTest(departmentPanel(made({years: 4}), context))).toBeNull();
    expect(leadTest(departmentPanel(made({years: 5}), context))?.n).toBe(80);
  });

  it("timing() is the engine's own lag, alone and beside the same year", () => {
    const cells = departmentPanel(made({effect: 0.05}), context);
    const {primary} = departments(made({effect: 0.05}), context);
    if (!primary) throw new Error("no estimate");
    const labels = {sameYear: "a", yearBefore: "b", sameYearBeside: "c", yearBeforeBeside: "d"};
    const found = timing(cells, primary, labels);
    const by = (terms: string, term: string): number =>
      (ols(`margin ~ ${terms} | department_id + fiscal_year`, cells.columns, {
        unit: "department_id",
        time: "fiscal_year"
      }).terms.find(({term: name}) => name === term)?.estimate ?? NaN) * cells.scale;
    const lag = "l(participation, 1)";
    expect(found.map(({label}) => label)).toEqual(["a", "b", "c", "d"]);
    expect(found[0]).toEqual({...primary, label: "a"});
    for (const [i, estimate] of [
      by(lag, lag),
      by(`participation + ${lag}`, "participation"),
      by(`participation + ${lag}`, lag)
    ].entries())
      expect(found[i + 1]?.estimate).toBeCloseTo(estimate, 9);
    expect(timing({...cells, absorbed: ["fiscal_year"]}, primary, labels)).toEqual([]);
  });

  it("bandReliability() tells how much of the exposure survives its bands", () => {
    const fine = departmentPanel(made(), context);
    const coarse = departmentPanel(made({band: 0.1}), context);
    const bands = bandReliability(coarse);
    expect(bands?.widths).toEqual([0.1]);
    expect(bandReliability(fine)?.reliability).toBeGreaterThan(0.999);
    // a quarter of the rows in bands twice as wide: 1.75 times the loss
    const x = coarse.x.map((share, row) => (row % 4 === 0 ? Math.floor(share * 5) / 5 + 0.1 : share));
    const persons = coarse.x.map((_, row) => (row % 4 === 0 ? 10 : 40));
    const mixed = bandReliability({...coarse, x, persons});
    expect(mixed?.widths.map((width) => Number(width.toFixed(6)))).toEqual([0.1, 0.2]);
    expect(mixed?.reliability).toBeLessThan(bands?.reliability ?? 0);
    const within = ols("coarse ~ fine | department_id + fiscal_year", {
      coarse: coarse.x,
      fine: fine.x,
      department_id: fine.units,
      fiscal_year: fine.years
    });
    expect(Math.abs((bands?.reliability ?? 0) - Number(within.fit.within_r2))).toBeLessThan(0.03);
  });

  it("correlations() are those of each year's units, and within units of one with itself", () => {
    const found = correlations(panel);
    const rows = panel.years.flatMap((year, row) => (year === 2014 ? [row] : []));
    const r = pearson(
      rows.map((row) => panel.x[row] ?? NaN),
      rows.map((row) => panel.y[row] ?? NaN)
    ).terms[0];
    expect(found.years.find(({year}) => year === 2014)?.pearson.r).toBeCloseTo(r?.estimate ?? NaN, 12);
    // before the programme nobody takes part, so that nothing varies
    expect(found.years.map(({year}) => year)).not.toContain(2009);
    expect(found.within?.r).toBeLessThan(found.pooled.pearson?.r ?? 0);
  });

  it("wildEvidence() gives few units their interval and p", () => {
    const planned = departments(made({effect: 0.03, selection: 1, before: 2}), context).primary;
    const wild = wildEvidence(panel, "department");
    expect(wild?.estimate).toBeCloseTo(planned?.estimate ?? NaN, 9);
    expect([wild?.low, wild?.high, wild?.p]).toEqual([planned?.low, planned?.high, planned?.p]);
    expect(wild?.df).toBeNull();
  });

  it("inMoney() is the difference in margin of mean revenue, and null for an outcome that is no margin", () => {
    const table = made({effect: 0.03});
    const finding = departments(table, context);
    const money = inMoney(finding, table, context);
    expect(money?.estimate).toBeCloseTo((2e9 * (finding.primary?.estimate ?? NaN)) / 100, 3);
    expect(money && moneySentence(money, "department")).toMatch(
      /^For an average department that is [\d.]+ million\u202fyen a year, between [\d.]+ million\u202fyen and [\d.]+ million\u202fyen\.$/
    );
    expect(inMoney({...finding, outcome: "scrap"}, table, context)).toBeNull();
    const bare = {rows: table.rows.map((row) => ({...row, revenue: null})), suppressed: {}};
    expect(inMoney(finding, bare, context)).toBeNull();
  });

  it("otherMeasures() takes those that are there, each in its unit", () => {
    const found = otherMeasures(made({effect: 0.03}), context);
    expect(found.map(({measure}) => measure.name)).toEqual(["margin", "profit"]);
    const [margin, profit] = found;
    expect(profit?.within.unit).toBe("yen");
    expect(profit?.within.estimate).toBeCloseTo((2e9 * (margin?.within.estimate ?? NaN)) / 100, 3);
  });
});

describe("a study's own step of its exposure", () => {
  const tax = planOf({
    specification: "margin ~ tax | department_id + fiscal_year",
    term: "tax",
    worthwhile: 0.2
  });
  const measure = {
    name: "tax",
    label: "Beer tax",
    unit: "dollars a case",
    direction: "higher",
    role: "exposure"
  } as const;
  const table = made({effect: 0.3});
  const rows = table.rows.map(({participation, ...row}) => ({...row, tax: participation ?? null}));
  const found = (step?: number): FindingDraft =>
    departments(
      {rows, suppressed: {}},
      {
        ...context,
        plan: tax,
        measures: describeMeasures([measure], "yen"),
        exposure: {kind: "amount", one: "the beer tax", ...(step === undefined ? {} : {step})}
      }
    );

  it("scales estimates, what matters and every sentence alike", () => {
    const [whole, half] = [found(), found(0.5)];
    for (const end of ["estimate", "low", "high"] as const)
      expect(half.primary?.[end]).toBeCloseTo((whole.primary?.[end] ?? NaN) / 2, 9);
    expect(half.worthwhile).toBeCloseTo(whole.worthwhile / 2, 12);
    expect(whole.sentence).toContain("where the beer tax was 1 dollar a case higher");
    expect(half.sentence).toContain("where the beer tax was 0.5 dollars a case higher");
    const digits = (sentence: string): number => Number(/was ([\d.]+) percentage/.exec(sentence)?.[1]);
    expect(digits(half.sentence) / digits(whole.sentence)).toBeCloseTo(0.5, 1);
    expect(half.checks.map(({state}) => state)).toEqual(whole.checks.map(({state}) => state));
  });
});
