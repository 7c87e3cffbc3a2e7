import {planOf} from "../../src/evidence/planOf.js";
import {describe, expect, it} from "vitest";
import {averageOf} from "../../src/evidence/survey/averageOf.js";
import {longChange, yearlyChange} from "../../src/evidence/survey/changeOnChange.js";
import {groupYears} from "../../src/evidence/survey/groupYears.js";
import {responseOverall} from "../../src/evidence/survey/responseOf.js";
import {silentBounds} from "../../src/evidence/survey/silentBounds.js";
import {surveyCells} from "../../src/evidence/survey/surveyCells.js";
import type {SurveyCells} from "../../src/evidence/survey/surveyCells.js";
import {ols} from "../../src/stats/regression/ols.js";
import {madeSurvey} from "./madeSurvey.js";
import type {MadeSurvey} from "./madeSurvey.js";

const plan = planOf({
  specification: "mean ~ participation | department_id + fiscal_year",
  term: "participation",
  worthwhile: 0.1
});

function cellsOf(made: MadeSurvey): SurveyCells {
  const {survey, departmentYears} = madeSurvey(made);
  return surveyCells(survey, departmentYears, plan.term);
}

const slope = (cells: SurveyCells, mean: readonly number[]): number =>
  ols(plan.specification, {...cells.keys, participation: cells.exposure, mean}).terms[0]?.estimate ?? NaN;

describe("surveyCells(survey, departmentYears)", () => {
  it("puts a withheld mean in no average", () => {
    const {survey, departmentYears} = madeSurvey({units: 2, years: 2});
    const [first, ...rest] = survey.rows;
    const withheld = {...first, mean: {suppressed: "fewer than 10"}};
    const cells = surveyCells({rows: [withheld, ...rest], suppressed: {}}, departmentYears, plan.term);
    const average = averageOf(cells, ["teamwork", "communication"]);
    expect(average.map(Number.isNaN)).toEqual([true, false, false, false]);
  });

  it("counts answers over invitations, not shares of units", () => {
    expect(responseOverall(cellsOf({response: 0.75}))).toBeCloseTo(0.75, 12);
  });
});

describe("change on change", () => {
  it("gives back the slope of answers that are a straight line in participation, whatever units and years add", () => {
    const cells = cellsOf({});
    const exact = cells.exposure.map(
      (x, i) => 0.7 * x + Number(cells.keys.department_id[i]?.slice(1)) + Number(cells.keys.fiscal_year[i]) / 10
    );
    const long = longChange(cells, exact);
    const line = ols("answers ~ exposure", {
      answers: long?.changes.map(({answers}) => answers) ?? [],
      exposure: long?.changes.map(({exposure}) => exposure) ?? []
    });
    expect(line.terms.find(({term}) => term === "exposure")?.estimate).toBeCloseTo(0.7, 9);
    expect(long?.first).toEqual([2011, 2013]);
    expect(long?.last).toEqual([2017, 2019]);
    for (const {answers, exposure} of yearlyChange(cells, exact)) expect(answers).toBeCloseTo(0.7 * exposure + 0.1, 9);
  });

  it("leaves out a unit that is not there at both ends, and a step across a gap", () => {
    const cells = cellsOf({units: 6});
    const values = averageOf(cells, ["teamwork"]).map((value, i) =>
      (cells.keys.department_id[i] === "D0" && Number(cells.keys.fiscal_year[i]) < 2014) ||
      (cells.keys.department_id[i] === "D1" && cells.keys.fiscal_year[i] === "2015")
        ? NaN
        : value
    );
    expect(longChange(cells, values)?.changes.map(({unit}) => unit)).not.toContain("D0");
    expect(
      yearlyChange(cells, values)
        .filter(({unit}) => unit === "D1")
        .map(({year}) => year)
    ).toEqual([2012, 2013, 2014, 2017, 2018, 2019]);
  });
});

describe("silentBounds()", () => {
  const cells = cellsOf({effect: 0.4, response: 0.7, noise: 0.02});
  const values = averageOf(cells, ["teamwork", "communication"]);
  const bounds = silentBounds(cells, values, {plan, scale: [1, 5]});

  it("starts from the planned estimate, and is nought at the tipping point", () => {
    expect(bounds?.answered).toBeCloseTo(slope(cells, values), 9);
    const tipped = values.map((value, i) => value - (bounds?.tipping ?? 0) * (cells.exposure[i] ?? 0) * 0.3);
    expect(slope(cells, tipped)).toBeCloseTo(0, 9);
  });

  it("holds whatever the silent could have said, and reaches its ends", () => {
    let [low, high] = [Infinity, -Infinity];
    for (let draw = 0; draw < 40; draw++) {
      const silent = values.map((_, i) => ((i * 7 + draw * 13) % 11 < 5 ? 1 : 5));
      const b = slope(
        cells,
        values.map((value, i) => 0.7 * value + 0.3 * (silent[i] ?? 0))
      );
      [low, high] = [Math.min(low, b), Math.max(high, b)];
    }
    expect(bounds?.low).toBeLessThan(low);
    expect(bounds?.high).toBeGreaterThan(high);
    const spread = (bounds?.high ?? 0) - (bounds?.low ?? 0);
    const same = silentBounds(cells, values, {plan, scale: [3, 3]});
    expect(same?.low).toBeCloseTo(same?.high ?? NaN, 9);
    const half = silentBounds(cells, values, {plan, scale: [2, 4]});
    expect((half?.high ?? 0) - (half?.low ?? 0)).toBeCloseTo(spread / 2, 9);
  });

  it("has none where nobody knows who was invited", () => {
    const unknown = {...cells, invited: cells.invited.map(() => NaN)};
    expect(silentBounds(unknown, values, {plan, scale: [1, 5]})).toBeNull();
  });
});

describe("groupYears(table, measures)", () => {
  it("averages lines by their respondents, and leaves out a year with a withheld cell", () => {
    const row = (
      fiscal_year: number,
      division: string,
      respondent_group: string,
      respondents: number,
      mean: number
    ) => ({
      fiscal_year,
      division,
      respondent_group,
      measure: "teamwork",
      respondents,
      mean
    });
    const rows = [
      row(2011, "North", "manager", 10, 3),
      row(2011, "South", "manager", 30, 4),
      row(2011, "North", "other", 50, 3),
      row(2012, "North", "manager", 10, 3),
      {...row(2012, "North", "other", 9, 3), mean: {suppressed: "fewer than 10"}}
    ];
    expect(groupYears({rows, suppressed: {}}, ["teamwork"])).toEqual([{fiscal_year: 2011, manager: 3.75, other: 3}]);
  });
});
