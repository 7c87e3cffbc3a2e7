import {beforeAll, describe, expect, it} from "vitest";
import {leaveOneOut} from "../../src/findings/departments/leaveOneOut.js";
import {lostByExposure} from "../../src/findings/departments/lostByExposure.js";
import {domainState} from "../../src/evidence/domainState.js";
import {redraw} from "../../src/findings/departments/redraw.js";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {plannedControls} from "../../src/evidence/panel/plannedControls.js";
import {planOf} from "../../src/evidence/planOf.js";
import {random} from "../../src/stats/random.js";
import {ols} from "../../src/stats/regression/ols.js";
import {permuteWithinStrata} from "../../src/stats/resampling/permuteWithinStrata.js";
import {coaching} from "./coaching.js";
import {type PublicPanel, publicPanel} from "./publicPanel.js";

const context = {
  ...coaching,
  plan: planOf({specification: "margin ~ participation | division", term: "participation", worthwhile: 0.01})
};

/** Units of six divisions, three or four of eight drawn in each. */
function drawn(seed: number) {
  const source = random(seed);
  const rows = Array.from({length: 48}, (_, i) => ({
    department_id: `D${i}`,
    name: `D${i}`,
    division: `S${Math.floor(i / 8)}`,
    fiscal_year: 2011,
    participation: Number(i % 8 < 4),
    margin: Math.floor(i / 8) + source.normal()
  }));
  return departmentPanel({rows, suppressed: {}}, context);
}

describe("redraw(panel)", () => {
  it("is the planned estimate, and the engine's permutation within strata where there are two arms", () => {
    const panel = drawn(3);
    const found = redraw(panel, {...context, draws: 9999});
    const [term] = ols(panel.specification, panel.columns).terms;
    // panel.y is in percentage points
    expect(found?.estimate).toBeCloseTo(100 * (term?.estimate ?? NaN), 9);
    const exact = permuteWithinStrata(panel.x, panel.y, panel.lines, {exact: false, draws: 9999}).terms[0]?.p ?? NaN;
    expect(Math.abs((found?.p ?? NaN) - exact)).toBeLessThan(0.02);
  });

  it("refuses one in twenty where the draw did nothing", () => {
    const refused = Array.from({length: 200}, (_, seed) => redraw(drawn(seed + 1), {...context, draws: 199})?.p ?? 1);
    // 99.9 % of binomial(200, 0.05)
    expect(refused.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(21);
    expect(refused.filter((p) => p <= 0.05).length).toBeGreaterThan(1);
  });

  it("has nothing to exchange where units are seen twice", () => {
    const panel = drawn(3);
    expect(redraw({...panel, units: panel.units.map(() => "D0")}, context)).toBeNull();
  });
});

describe("lostByExposure(panel)", () => {
  const without = (lost: (row: number) => boolean) => {
    const panel = drawn(3);
    return lostByExposure({...panel, y: panel.y.map((value, row) => (lost(row) ? NaN : value))});
  };

  it("tells whether one arm lost its outcomes more often", () => {
    expect(without(() => false)).toEqual({missing: 0, of: 48, differs: false});
    expect(without((row) => row % 8 === 1 || row % 8 === 5)).toEqual({missing: 12, of: 48, differs: false});
    expect(without((row) => row % 8 < 2)).toEqual({missing: 12, of: 48, differs: true});
  });
});

describe("star, whose classes are seen once", () => {
  let study: PublicPanel;
  beforeAll(async () => (study = await publicPanel("data/star")), 120_000);

  it("clusters nothing and says so; classes used to be called clusters of themselves", () => {
    const {primary, evidence} = study.finding;
    expect(primary?.label).toBe("Main comparison, robust errors");
    for (const {note} of evidence) expect(note).toBe("ols, HC2, Satterthwaite df");
    const {panel} = study;
    const hc2 = ols(panel.specification, panel.columns, {vcov: "HC2"}).terms.find(({term}) => term === "small");
    const clustered = ols(panel.specification, panel.columns, {cluster: "department_id"});
    expect(clustered.terms.find(({term}) => term === "small")?.se).toBeCloseTo(hc2?.se ?? NaN, 10);
  });

  it("asks whether classes were lost, and rules out no measurement error that nobody looked at", () => {
    expect(study.finding.required.map(({id}) => id)).toContain("lost");
    expect(study.finding.checks.find(({id}) => id === "lost")).toMatchObject({state: "answered", domain: "missing"});
    expect(domainState(study.finding, "measurement")).toBe("unmade");
    expect(study.finding.certainty).toBe("high");
  });

  it("is drawn again within schools, small classes and aides together", () => {
    const found = redraw(study.panel, study.context);
    expect(plannedControls(study.panel)).toHaveLength(1);
    expect(found?.estimate).toBeCloseTo(study.finding.primary?.estimate ?? NaN, 9);
    expect(found?.p).toBeLessThan(0.01);
    expect(found?.strata).toEqual(["school"]);
  });

  it("leaves out schools as well as classes", () => {
    const schools = leaveOneOut(study.panel).filter(({kind}) => kind === "group");
    expect(schools).toHaveLength(79);
    expect(study.finding.checks.find(({id}) => id === "leave-out")?.asked).toMatch(
      /any one class or school is left out/
    );
  });
});
