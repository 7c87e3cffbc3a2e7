/**
 * Did engagement rise with participation, and most in what the programme was meant for?
 *
 * Estimand   difference of a department's mean for a difference of one in participation, within department and year, for
 *            every measure; the purpose's measures together, and less the other measures
 * Naive      the purpose's measures over all department-years pooled
 * Rows       released cells; departments as clusters; measures adjusted for their number, negative controls apart
 */
import {adjust} from "../stats/adjustment/adjust.js";
import {ols} from "../stats/regression/ols.js";
import {numbers} from "../released/table.js";
import type {ReleasedRow, ReleasedTable} from "../released/table.js";
import {certainty} from "./certainty.js";
import {checkPrecision, checkResponse, checkSign} from "./check.js";
import type {Check} from "./check.js";
import type {EvidenceContext, Plan} from "./context.js";
import {cappedLevel} from "./designLevel.js";
import {evidenceFrom} from "./evidenceFrom.js";
import type {Evidence, Finding} from "./finding.js";
import {capital, count, digitsFor, interval, list, pValue, percent, signed} from "./format.js";
import {isClear} from "./isClear.js";
import {measureNamed} from "./measure.js";

const unit = "points";

export function engagement(
  survey: ReleasedTable,
  departmentYears: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan}
): Finding {
  const {plan, assignment, programme, measures, unit: words} = context;
  const cells = wide(survey, departmentYears, plan.term);
  const names = [...new Set(survey.rows.map(({measure}) => String(measure)))];
  const controls = new Set(
    survey.rows.flatMap(({measure, negative_control: control}) => (control === true ? [String(measure)] : []))
  );
  const outcomes = names.filter((name) => !controls.has(name));
  const focus = outcomes.filter((name) => context.purpose?.measures.includes(name) ?? false);
  const others = outcomes.filter((name) => !focus.includes(name));
  if (focus.length === 0)
    throw new RangeError("the purpose names no measure of the survey; declare study.purpose.measures");
  const label = (name: string): string => measureNamed(measures, name).label;
  const fit = (values: readonly number[], name: string, naive = false): Evidence => {
    const table = {...cells.keys, [plan.term]: cells.exposure, mean: values};
    const formula = naive ? `mean ~ ${plan.term}` : plan.specification;
    const fitted = ols(formula, table, {cluster: "department_id"});
    return evidenceFrom(fitted, {label: name, term: plan.term, unit, rows: `${words.one}-years`, naive});
  };
  const average = (group: readonly string[]): number[] =>
    cells.exposure.map(
      (_, i) => group.reduce((sum, name) => sum + (cells.means.get(name)?.[i] ?? NaN), 0) / group.length
    );
  const together = list(focus.map(label));
  const naive = fit(average(focus), `${capital(together)}, all ${words.one}-years pooled`, true);
  const primary = fit(average(focus), `${capital(together)}, within ${words.one} and year`);
  const evidence = [naive, primary];
  if (others.length > 0) {
    const gap = average(focus).map((value, i) => value - (average(others)[i] ?? NaN));
    evidence.push(fit(average(others), "The other measures together"), fit(gap, "The difference of the two"));
  }
  const each = outcomes.map((name) => fit(cells.means.get(name) ?? [], capital(label(name))));
  const adjusted = adjust(
    each.map(({p}) => p),
    "bh"
  );
  const listed = each
    .map((one, i) => ({
      ...one,
      note: adjusted[i] == null ? one.note : `${one.note}; adjusted p ${pValue(adjusted[i])}`
    }))
    .toSorted((a, b) => b.estimate - a.estimate);
  const apart = [...controls].map((name) => ({
    ...fit(cells.means.get(name) ?? [], `${capital(label(name))} (negative control)`),
    control: true
  }));
  const checks: Check[] = [
    checkResponse(cells.response, "of those invited answered"),
    checkPrecision(primary, plan.worthwhile),
    ...(apart.length > 0
      ? [
          {
            domain: "selection",
            asked: "Do the negative controls stay where they are?",
            verdict: apart.some(isClear) ? "failed" : "unknown",
            why: `${apart.filter(isClear).length} of ${apart.length} leave out no difference.`
          } as const
        ]
      : []),
    checkSign(primary, [naive])
  ];
  const gap = evidence.at(3);
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  const range =
    primary.low === null || primary.high === null
      ? ""
      : `95 % interval ${interval(primary.low, primary.high, digits)}; `;
  return {
    id: "engagement",
    question: "Did engagement rise with participation, and in what most?",
    title: titleOf(primary, naive, gap, together, words.many),
    sentence:
      `Compared with itself in other years, a ${words.one}'s mean of ${together} differed by ${signed(primary.estimate, digits)} ` +
      `${unit} between no and full participation (${range}n = ${count(primary.n)} ${primary.rows})` +
      `${gap ? `; from the other measures by ${signed(gap.estimate, digits)} ${unit}` : ""}. ` +
      `${percent(cells.response)} of those invited answered.`,
    kind: "association",
    level: cappedLevel(3, assignment),
    certainty: certainty("association", assignment, checks),
    claim: isClear(primary) ? "change" : isClear(naive) ? "difference" : "none",
    checks,
    primary,
    evidence,
    measures: [...listed, ...apart],
    specification: plan.specification,
    alternative: `A ${words.one} in better spirits may both answer higher and have more people find time for ${programme}.`,
    wouldChange: "Changes within departments whose start was set by others, and answers from those who are silent now.",
    absent: `${capital(words.one)}-years with too few answers are withheld and enter no estimate.`
  };
}

function titleOf(
  primary: Evidence,
  naive: Evidence,
  gap: Evidence | undefined,
  together: string,
  many: string
): string {
  if (isClear(primary)) {
    const most = gap && isClear(gap) && gap.estimate > 0 ? `, more than the other measures` : "";
    return `Within ${many}, ${together} ${primary.estimate > 0 ? "rose" : "fell"} with participation${most}`;
  }
  if (isClear(naive)) {
    const level = naive.estimate > 0 ? "higher" : "lower";
    return `${capital(many)} that took part more answered ${level} on ${together}; within them no change can be told`;
  }
  return `No association of participation with ${together} can be told`;
}

interface Cells {
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly exposure: readonly number[];
  readonly means: ReadonlyMap<string, readonly number[]>;
  /** answers over invitations, 0 to 1 */
  readonly response: number;
}

/** One row a department and year: its exposure, and the mean of each measure, NaN where a cell is withheld. */
function wide(survey: ReleasedTable, departmentYears: ReleasedTable, exposure: string): Cells {
  const key = ({department_id: department, fiscal_year: year}: ReleasedRow): string =>
    `${String(department)} ${String(year)}`;
  const exposures = new Map(departmentYears.rows.map((row) => [key(row), numbers([row], exposure)[0] ?? NaN]));
  const rows = new Map(survey.rows.map((row) => [key(row), row]));
  const places = new Map([...rows.keys()].map((name, i) => [name, i]));
  const means = new Map<string, number[]>();
  survey.rows.forEach((row) => {
    const column = means.get(String(row.measure)) ?? Array.from(rows, () => NaN);
    column[places.get(key(row)) ?? 0] = numbers([row], "mean")[0] ?? NaN;
    means.set(String(row.measure), column);
  });
  const [answered, invited] = ["respondents", "invited"].map((column) => numbers([...rows.values()], column));
  const both = (answered ?? []).flatMap((n, i) =>
    Number.isNaN(n + (invited?.[i] ?? NaN)) ? [] : [{n, of: invited?.[i] ?? 0}]
  );
  return {
    keys: {
      department_id: [...rows.values()].map((row) => String(row.department_id)),
      fiscal_year: [...rows.values()].map((row) => String(row.fiscal_year))
    },
    exposure: [...rows.keys()].map((name) => exposures.get(name) ?? NaN),
    means,
    response: both.reduce((sum, {n}) => sum + n, 0) / both.reduce((sum, {of}) => sum + of, 0)
  };
}
