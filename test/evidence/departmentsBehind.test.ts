import {describe, expect, it} from "vitest";
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
import {repeatedCorrelation} from "../../src/stats/association/repeatedCorrelation.js";
import {pearson} from "../../src/stats/association/pearson.js";
import {ols} from "../../src/stats/regression/ols.js";
import {madeDepartments} from "./madeDepartments.js";
import {plannedCoaching as context} from "./coaching.js";

const {plan} = context;

describe("behind the departments' finding", () => {
  const panel = departmentPanel(madeDepartments({effect: 0.03, selection: 1, before: 2}), context);

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
      const table = madeDepartments({selection: 1, seed: seed + 1, years: 5});
      return permuteTrajectories(departmentPanel(table, context), {draws: 199, seed})?.p ?? 1;
    }).filter((p) => p <= 0.05);
    // 99.9 % of binomial(200, 0.05)
    expect(refused.length).toBeLessThanOrEqual(21);
    expect(refused.length).toBeGreaterThan(1);
  });

  it("permuteTrajectories() has nothing to exchange where no two units of a line have the same years", () => {
    const {rows} = madeDepartments({years: 6});
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
    const started = departmentPanel(madeDepartments(), context);
    expect(beforeProgramme(started, {programmeYears: [2011, 2019], many: "departments"})).toBeNull();
  });

  it("leadTest() needs five years", () => {
    expect(leadTest(departmentPanel(madeDepartments({years: 4}), context))).toBeNull();
    expect(leadTest(departmentPanel(madeDepartments({years: 5}), context))?.n).toBe(80);
  });

  it("timing() is the engine's own lag, alone and beside the same year", () => {
    const cells = departmentPanel(madeDepartments({effect: 0.05}), context);
    const {primary} = departments(madeDepartments({effect: 0.05}), context);
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
    const fine = departmentPanel(madeDepartments(), context);
    const coarse = departmentPanel(madeDepartments({band: 0.1}), context);
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
    const r0 = repeatedCorrelation(panel.x, panel.y, panel.units).terms[0];
    expect(found.within?.r).toBeCloseTo(r0?.estimate ?? NaN, 9);
  });

  it("correlations() over the years have an interval by unit: rows said twice make it no narrower, as they used to", () => {
    const twice = departmentPanel(
      {
        suppressed: {},
        rows: madeDepartments({effect: 0.03, selection: 1}).rows.flatMap((row) => [
          row,
          {...row, fiscal_year: Number(row.fiscal_year) + 100}
        ])
      },
      context
    );
    const once = departmentPanel(madeDepartments({effect: 0.03, selection: 1}), context);
    const [few, many] = [correlations(once), correlations(twice)];
    for (const of of [(one: typeof few) => one.within, (one: typeof few) => one.pooled.pearson] as const) {
      const [a, b] = [of(few), of(many)];
      expect(b?.r).toBeCloseTo(a?.r ?? NaN, 9);
      expect(b?.low).toBeCloseTo(a?.low ?? NaN, 9);
      expect(b?.high).toBeCloseTo(a?.high ?? NaN, 9);
    }
  });

  it("wildEvidence() gives few units their interval and p", () => {
    const planned = departments(madeDepartments({effect: 0.03, selection: 1, before: 2}), context).primary;
    const wild = wildEvidence(panel, "department");
    expect(wild?.estimate).toBeCloseTo(planned?.estimate ?? NaN, 9);
    expect([wild?.low, wild?.high, wild?.p]).toEqual([planned?.low, planned?.high, planned?.p]);
    expect(wild?.df).toBeNull();
  });

  it("inMoney() is the difference in margin of mean revenue, and null for an outcome that is no margin", () => {
    const table = madeDepartments({effect: 0.03});
    const finding = departments(table, context);
    const money = inMoney(finding, table, context);
    expect(money?.estimate).toBeCloseTo((2e9 * (finding.primary?.estimate ?? NaN)) / 100, 3);
    expect(money && moneySentence(money, "department")).toMatch(
      /^For an average department that is [\d.]+ million\u00a0yen a year, between [\d.]+ and [\d.]+ million\u00a0yen\.$/
    );
    const pairs = table.rows.map((row) => ({...row, department_id: `${String(row.department_id)}+x`}));
    expect(inMoney(finding, {rows: pairs, suppressed: {}}, context)?.revenue).toBeCloseTo(
      (money?.revenue ?? NaN) / 2,
      3
    );
    expect(inMoney({...finding, outcome: "scrap"}, table, context)).toBeNull();
    const bare = {rows: table.rows.map((row) => ({...row, revenue: null})), suppressed: {}};
    expect(inMoney(finding, bare, context)).toBeNull();
  });

  it("otherMeasures() takes those that are there, each in its unit", () => {
    const found = otherMeasures(madeDepartments({effect: 0.03}), context);
    expect(found.map(({measure}) => measure.name)).toEqual(["margin", "profit"]);
    const [margin, profit] = found;
    expect(profit?.within.unit).toBe("million yen");
    expect(profit?.within.estimate).toBeCloseTo((2e3 * (margin?.within.estimate ?? NaN)) / 100, 3);
  });
});
