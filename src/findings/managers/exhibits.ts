import {balance} from "../../components/figures/balance.js";
import {bandPlot} from "../../components/figures/bandPlot.js";
import {dataTable} from "../../components/parts/dataTable.js";
import {eventStudy} from "../../components/figures/eventStudy.js";
import {likert} from "../../components/figures/likert.js";
import {capital, count, list, percent, signed} from "../../evidence/format.js";
import type {ReleasedRow} from "../../released/table.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {exhibit} from "../../components/parts/exhibit.js";
import type {FindingInput, FindingPage} from "../findingPage.js";
import {smallForest} from "../../components/figures/smallForest.js";

export const managersPage: FindingPage = {
  lead: standing,
  small: ({finding}, options) => smallForest(finding, options),
  exhibits(input) {
    const {document, context} = input;
    const {many} = context.person;
    return {
      events: exhibit(
        document,
        {
          text:
            `Cohort by cohort, those who started are set beside ${many} who had not by then; the years before the start ` +
            "show whether the two had moved alike."
        },
        events(input)
      ),
      shifts: exhibit(
        document,
        {
          text:
            `Of those who started in a year, and of ${many} who had the same rating in the year before and had not ` +
            "started: who was rated lower, the same, or higher the year after. Each scale stands alone; where ratings are " +
            "relative, some must fall for others to rise."
        },
        shifts(input)
      ),
      balance: exhibit(
        document,
        {
          heading: "Who takes part, and who does not?",
          text: `Before the start, those who started in a year beside ${many} who had not started by its end.`
        },
        likeness(input)
      ),
      flow: exhibit(document, {text: `How many ${many} are left at each step:`}, flow(input))
    };
  }
};

const eventColumns = {
  time: {name: "years", label: "Years from the first year after the start", digits: 0},
  estimate: {name: "estimate", label: "Difference in standing", unit: "sd", digits: 2},
  low: {name: "low", label: "from", digits: 2},
  high: {name: "high", label: "to", digits: 2},
  uniformLow: {name: "uniform_low", label: "band from", digits: 2},
  uniformHigh: {name: "uniform_high", label: "band to", digits: 2}
};

function events(input: FindingInput): Element | null {
  const rows = input.tables.get("rating_effects")?.rows ?? [];
  const after = rows.filter((row) => Number(row.years) >= 0);
  if (after.length === 0) return null;
  const clear = after.filter((row) => Number(row.low) > 0 || Number(row.high) < 0).length;
  const title = `${clear === 0 ? "None" : count(clear)} of ${count(after.length)} years after the start, each alone, stand${clear === 1 ? "s" : ""} clear of no difference`;
  return eventStudy(
    rows,
    eventColumns,
    figureOptions(input, "managers-events", title, {
      subtitle: "Difference from the second year before the first session, against those who had not started"
    })
  );
}

/** The way that regression to the mean alone would go, the same as was gone until the eve of the start, and the way gone. */
function standing(input: FindingInput): Element | null {
  const rows = (input.tables.get("rating_years")?.rows ?? []).map((row): ReleasedRow => ({
    ...row,
    ...reachOf(row),
    expected: Number(row.years_from_start) < 0 ? (row.mean ?? null) : (row.expected ?? null)
  }));
  if (!rows.some((row) => typeof row.mean === "number")) return null;
  const later = rows.find((row) => row.years_from_start === 1);
  const title =
    typeof later?.mean === "number" && typeof later.expected === "number"
      ? `A year after the start they stood at ${signed(later.mean)} sd; regression to the mean alone would bring them to ${signed(later.expected)}`
      : "Where those who started stood, year by year, with no comparison";
  const band = {low: "from", high: "to"};
  return bandPlot(
    rows,
    {
      time: {name: "years_from_start", label: "Years from the first session", digits: 0},
      bands: [
        {
          value: {name: "expected", label: "Expected with no effect", unit: "sd", role: "reference", digits: 2},
          low: {name: "expected", label: band.low, digits: 2},
          high: {name: "expected", label: band.high, digits: 2}
        },
        {
          value: {name: "mean", label: "As rated", unit: "sd", role: "outcome", digits: 2},
          low: {name: "low", label: band.low, digits: 2},
          high: {name: "high", label: band.high, digits: 2}
        }
      ]
    },
    figureOptions(input, "managers-lead", title, {
      subtitle: `Mean standing of ${input.context.person.many} who started among the year's ratings, in standard deviations; no comparison`,
      note: "Until the year before the start the two are the same."
    })
  );
}

function reachOf({mean, se}: ReleasedRow): {low: number | null; high: number | null} {
  if (typeof mean !== "number" || typeof se !== "number") return {low: null, high: null};
  return {low: mean - 1.96 * se, high: mean + 1.96 * se};
}

/** Shares rated lower, the same and higher, by scale, of those who took part and of their like. */
function shifts(input: FindingInput): Element | null {
  const table = input.tables.get("rating_shifts")?.rows ?? [];
  const rows = table.map((row): ReleasedRow => ({
    ...row,
    name: `${row.started === 1 ? "Took part" : "Rated alike, had not"}, ${String(row.kind)} scale`
  }));
  const known = (started: number): string[] =>
    rows.flatMap((row) =>
      row.started === started && typeof row.up === "number"
        ? [`${percent(row.up)} on the ${String(row.kind)} scale`]
        : []
    );
  const [took, had] = [known(1), known(0)];
  if (took.length === 0 || had.length === 0) return null;
  return likert(
    rows,
    {
      item: {name: "name", label: "Group"},
      answers: [
        {name: "down", label: "Lower", digits: 2},
        {name: "same", label: "The same", digits: 2},
        {name: "up", label: "Higher", digits: 2}
      ]
    },
    figureOptions(
      input,
      "managers-shifts",
      `Rated higher the year after: ${list(took)} of those who took part, ${list(had)} of their like`,
      {subtitle: "The year after the start beside the year before it, where both ratings are on one scale"}
    )
  );
}

const characteristics: Readonly<Record<string, string>> = {
  z_before: "Last rating",
  z_earlier: "Mean of all earlier ratings",
  tenure: "Years since hired",
  grade: "Grade",
  promoted: "Promoted in the year before"
};

/** a difference under the first is as good as none, one over the second asks for adjustment (What Works Clearinghouse 2022) */
const marks = [0.05, 0.25] as const;

function likeness(input: FindingInput): Element | null {
  const {unit, person} = input.context;
  const rows = (input.tables.get("manager_balance")?.rows ?? []).map((row) => ({
    ...row,
    name:
      characteristics[String(row.covariate)] ??
      (row.covariate === "first_line" ? "In the first line of business" : `${capital(person.many)} in the ${unit.one}`)
  }));
  const known = rows.flatMap(({before}: ReleasedRow) => (typeof before === "number" ? [Math.abs(before)] : []));
  if (known.length === 0) return null;
  const far = known.filter((size) => size > marks[1]).length;
  const near = known.filter((size) => size <= marks[0]).length;
  return balance(
    rows,
    {
      covariate: {name: "name", label: "Characteristic"},
      before: {name: "before", label: "In the same year", digits: 2},
      after: {name: "after", label: "In the same year, with the same last rating", digits: 2}
    },
    {
      small: marks[0],
      large: marks[1],
      ...figureOptions(
        input,
        "managers-balance",
        `Before the start ${far === 0 ? "none" : count(far)} of ${count(known.length)} characteristics differed by more than ${marks[1]} standard deviations, ${near === 0 ? "none" : count(near)} by ${marks[0]} or less`,
        {
          subtitle: "Those who started less those who had not, in standard deviations"
        }
      )
    }
  );
}

function flow(input: FindingInput): Element | null {
  const {many} = input.context.person;
  const alike = input.plan.outcome.name === "z_after";
  const planned = ", as the plan has it";
  const stages: Readonly<Record<string, string>> = {
    eligible: "Eligible in a year of the programme",
    rated: "Ever rated",
    compared: `Rated in two years or more: can be compared with themselves${alike ? "" : planned}`,
    considered: `Rated before and after a year in which they could start: can be compared with those rated alike${alike ? planned : ""}`,
    started: "With a first session",
    either_side: "Rated both before and after the year of the first session"
  };
  const rows = (input.tables.get("manager_flow")?.rows ?? []).map((row) => ({
    ...row,
    step: stages[String(row.stage)] ?? String(row.stage)
  }));
  if (rows.length === 0) return null;
  return dataTable(
    rows,
    [
      {name: "step", label: "Step"},
      {name: "managers", label: capital(many), digits: 0}
    ],
    {caption: `${capital(many)} at each step`, document: input.document}
  );
}
