/** Patients drawn one by one, in one year: what a stranger brings who has neither departments nor years. */
import {expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {planOf} from "../../src/evidence/planOf.js";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {departments} from "../../src/findings/departments/claim.js";
import {moneySentence} from "../../src/findings/departments/inMoney.js";
import {leaveOneOut} from "../../src/findings/departments/leaveOneOut.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";

const plan = planOf({specification: "pressure ~ drug + before | division", term: "drug", worthwhile: 3});
const context: EvidenceContext & {plan: typeof plan} = {
  programme: "the new drug",
  unit: {one: "patient", many: "patients"},
  person: {one: "patient", many: "patients"},
  division: {one: "clinic", many: "clinics"},
  assignment: {how: "randomised", what: "departments", exposure: "drug", record: "protocol"},
  programmeYears: [2021, 2021],
  exposure: {kind: "yes or no", one: "the new drug"},
  measures: describeMeasures(
    [
      {name: "pressure", label: "Blood pressure", unit: "mmHg", direction: "lower", role: "outcome"},
      {name: "drug", label: "New drug", unit: "0 or 1", direction: "higher", role: "exposure"}
    ],
    "pounds"
  ),
  plan
};

function patients(): ReleasedTable {
  const source = random(5);
  const rows = Array.from({length: 60}, (_, i) => {
    const before = 150 + 10 * source.normal();
    return {
      department_id: String(i),
      name: `Patient ${i + 1}`,
      division: ["Leeds", "York", "Hull"][i % 3] ?? null,
      fiscal_year: 2021,
      drug: i % 2,
      before,
      pressure: before - 8 * (i % 2) + 2 * source.normal()
    };
  });
  return {rows, suppressed: {}};
}

it("departments() compares within groups that are named by text, which it used to refuse for having one year", () => {
  const finding = departments(patients(), context);
  expect(finding.primary?.n).toBe(60);
  expect(finding.title).toBe("Offering the new drug lowered blood pressure");
  expect(finding.sentence).toContain("within each clinic, as they were drawn");
  expect(finding.level).toBe(5);
});

it("departments() that cannot compare does not blame the years where the plan needs none", () => {
  const {rows} = patients();
  const same = {rows: rows.map((row) => ({...row, drug: 1})), suppressed: {}};
  const finding = departments(same, context);
  expect(finding.primary).toBeNull();
  expect(finding.sentence).not.toContain("year");
});

it("leaveOneOut() leaves out patient 2 before patient 10", () => {
  const names = leaveOneOut(departmentPanel(patients(), context)).map(({name}) => name);
  expect(names.indexOf("Patient 2")).toBeLessThan(names.indexOf("Patient 10"));
});

it("moneySentence() has two digits of what is under a million, and not every yen", () => {
  const money = {revenue: 1e9, estimate: 139_591, low: -308_896, high: 5_640_000, currency: "yen"};
  expect(moneySentence(money, "team").replaceAll(/\s/g, " ")).toBe(
    "For an average team that is 140,000 yen a year, between 310,000 yen less and 5,600,000 yen more."
  );
});
