import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import type {Evidence} from "../../src/evidence/finding.js";
import {beforeOwnStart} from "../../src/evidence/panel/beforeOwnStart.js";
import {beforeProgramme} from "../../src/evidence/panel/beforeProgramme.js";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {laggedTerms} from "../../src/evidence/panel/laggedTerms.js";
import {leadTest} from "../../src/evidence/panel/leadTest.js";
import {nextYear} from "../../src/evidence/panel/nextYear.js";
import {ownTrendOf} from "../../src/evidence/panel/ownTrendOf.js";
import {plannedControls} from "../../src/evidence/panel/plannedControls.js";
import {specifications} from "../../src/evidence/panel/specifications.js";
import {panelOf} from "../../src/evidence/robustness/panel.js";
import {planOf} from "../../src/evidence/planOf.js";
import {ifIdentified} from "../../src/evidence/ifIdentified.js";
import {besidePublished} from "../../src/findings/departments/besidePublished.js";
import {laggedEvidence} from "../../src/findings/departments/laggedEvidence.js";
import {leaveOneOut} from "../../src/findings/departments/leaveOneOut.js";
import {otherMeasures} from "../../src/findings/departments/otherMeasures.js";
import {pooledControls} from "../../src/findings/departments/pooledControls.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {coaching} from "./coaching.js";
import {madeDepartments} from "./madeDepartments.js";
import {type PublicPanel, publicPanel} from "./publicPanel.js";

type Golden = Readonly<
  Record<"planned" | "later" | "path" | "changes", Record<"estimate" | "low" | "high" | "n", number>>
> & {
  readonly joint: {readonly p: number; readonly df1: number; readonly df2: number};
  readonly trend: number;
  readonly without: Readonly<Record<string, number>>;
};
const golden = JSON.parse(readFileSync("test/golden/regression/jtrainChecks.json", "utf8")) as Golden;

describe("jtrain, whose plan adjusts for the grant of the year before", () => {
  let study: PublicPanel;
  beforeAll(async () => (study = await publicPanel("data/jtrain")), 120_000);

  const expectAs = (found: Evidence | null | undefined, {estimate, low, high}: Golden["planned"], digits = 6): void => {
    expect(found?.estimate).toBeCloseTo(estimate, digits);
    expect(found?.low).toBeCloseTo(low, digits);
    expect(found?.high).toBeCloseTo(high, digits);
  };

  it("each firm's own trend keeps it; left out, the sign turned", () => {
    expect(ownTrendOf(study.panel)?.estimate).toBeCloseTo(golden.trend, 6);
    expect(study.finding.checks.find(({id}) => id === "own-trend")?.state).toBe("open");
  });

  it("a year later is that term of the plan's own model, with a joint test of both", () => {
    expect(laggedTerms(study.panel).map(({term, lag}) => [term, lag])).toEqual([["grant_1", 1]]);
    expectAs(nextYear(study.panel), golden.later);
    const found = laggedEvidence(study.panel);
    expectAs(found?.terms[0]?.evidence, golden.later);
    expect(found?.joint?.df1).toBe(golden.joint.df1);
    expect(found?.joint?.df2).toBeCloseTo(golden.joint.df2, 6);
    expect(found?.joint?.p).toBeCloseTo(golden.joint.p, 6);
    expect(study.finding.beside).toMatch(/42 log points lower .* with a training grant the year before/);
    expect(study.finding.beside).toMatch(
      /Tested together, this difference and the main one have p 0\.23 \(2 and 38.7 degrees of freedom/
    );
  });

  it("years are left out of three as well", () => {
    const years = leaveOneOut(study.panel).filter(({kind}) => kind === "year");
    expect(years.map(({name}) => name)).toEqual(Object.keys(golden.without));
    for (const {name, estimate} of years) expect(estimate).toBeCloseTo(golden.without[name] ?? NaN, 6);
    expect(study.finding.checks.find(({id}) => id === "leave-out")?.why).toMatch(/from −32 to −6 log points/);
  });

  it("the path before is that of firms that start later, beside those not yet started", () => {
    expectAs(beforeOwnStart(study.panel), golden.path);
    expect(study.finding.checks.find(({id}) => id === "path")?.state).toBe("open");
  });

  it("yearly changes take out what each year's changes have in common", () => {
    expectAs(specifications(study.panel, study.context).all.at(-1), golden.changes);
  });

  it("the same estimate with other errors is no other comparison that agrees", () => {
    expect(study.finding.checks.find(({id}) => id === "others")?.why).toBe("Both do.");
  });
});

describe("a plan with a control", () => {
  const {rows} = madeDepartments({effect: 0.02, before: 3, seed: 5});
  const made: ReleasedTable = {
    suppressed: {},
    rows: rows.map((row, i) => ({
      ...row,
      weather: Math.sin(i * 1.7) + 2 * Number(row.participation),
      profit_per_head: 1e6 * Number(row.margin),
      absence: Math.cos(i * 2.3) + Number(row.participation)
    }))
  };
  const context = {
    ...coaching,
    measures: new Map([
      ...coaching.measures,
      [
        "absence",
        {name: "absence", label: "Absence", unit: "days", direction: "higher", role: "negative control"} as const
      ]
    ]),
    plan: planOf({
      specification: "margin ~ participation + weather | department_id + fiscal_year",
      term: "participation",
      worthwhile: 0.01
    })
  };
  const panel = departmentPanel(made, context);
  // what a check gives that forgets the control: the same columns under a plan that has none
  const bare = {
    ...panel,
    specification: "margin ~ participation | department_id + fiscal_year",
    right: "participation"
  };
  const beside = {measures: context.measures, worthwhile: 1};
  const years = {programmeYears: context.programmeYears, many: "departments"} as const;

  it.each([
    ["leadTest", (one: typeof panel) => leadTest(one)?.estimate],
    ["nextYear", (one: typeof panel) => nextYear(one)?.estimate],
    ["ownTrendOf", (one: typeof panel) => ownTrendOf(one)?.estimate],
    ["leaveOneOut", (one: typeof panel) => leaveOneOut(one)[0]?.estimate],
    ["pooledControls", (one: typeof panel) => pooledControls(one, beside)?.bias.estimate],
    ["beforeProgramme", (one: typeof panel) => beforeProgramme(one, years)?.level?.estimate]
  ])("%s() adjusts for it", (_, of) => {
    expect(plannedControls(panel)).toHaveLength(1);
    const [adjusted, not] = [of(panel), of(bare)];
    expect(adjusted).toBeTypeOf("number");
    expect(adjusted).not.toBeCloseTo(not ?? NaN, 6);
  });

  it("otherMeasures() compares each as the plan does", () => {
    const [, perHead] = otherMeasures(made, context);
    const [, without] = otherMeasures(made, {
      ...context,
      plan: planOf({...context.plan, specification: bare.specification})
    });
    expect(perHead?.within.estimate).not.toBeCloseTo(without?.within.estimate ?? NaN, 6);
  });

  it("laggedTerms() takes no control for an earlier exposure that is equal to it in a single year", () => {
    // three years: two on, only the last one has an exposure to be compared with
    const few = made.rows.filter(({fiscal_year: year}) => Number(year) >= 2014 && Number(year) <= 2016);
    const first = new Map(few.map((row) => [row.department_id, row.participation]).toReversed() as [string, number][]);
    const accident = {
      ...made,
      rows: few.map((row) => ({...row, weather: first.get(String(row.department_id)) ?? null}))
    };
    expect(laggedTerms(departmentPanel(accident, context))).toEqual([]);
    const before = new Map(made.rows.map((row) => [`${row.department_id} ${row.fiscal_year}`, row.participation]));
    const lagged = {
      ...made,
      rows: made.rows.map((row) => ({
        ...row,
        weather: before.get(`${row.department_id} ${Number(row.fiscal_year) - 2}`) ?? null
      }))
    };
    const found = departmentPanel(lagged, context);
    expect(laggedTerms(found).map(({lag}) => lag)).toEqual([2]);
    expect(laggedEvidence(found)?.terms[0]?.evidence.label).toBe("2 years later");
  });

  it("a control that has no value leaves nothing to estimate; it used to end the build", () => {
    const none = {...made, rows: made.rows.map((row) => ({...row, weather: null}))};
    const empty = departmentPanel(none, context);
    expect(plannedControls(empty).map(({values}) => values.some(Number.isFinite))).toEqual([false]);
    expect([nextYear(empty), leadTest(empty), ownTrendOf(empty)]).toEqual([null, null, null]);
    expect(panelOf(none, context)?.controls).toHaveLength(1);
  });

  it("besidePublished() has nothing to compare where other terms determine a published one; it used to end the build", () => {
    const published = {
      citation: "Made up (2020)",
      vcov: "CR1",
      terms: [{term: "weather", estimate: "0.1", se: "0.1"}]
    } as const;
    const plan = planOf({...context.plan, published});
    expect(besidePublished(made, plan)?.terms).toHaveLength(1);
    const same = {...made, rows: made.rows.map((row) => ({...row, weather: 2 * Number(row.participation)}))};
    expect(ifIdentified(() => besidePublished(same, plan))).toBeNull();
  });
});
