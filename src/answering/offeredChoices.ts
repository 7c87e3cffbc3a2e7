import type {EvidenceContext, Plan} from "../evidence/context.js";
import {capital} from "../evidence/format.js";
import {measureNamed} from "../evidence/measure.js";
import type {Answerable} from "../findings/answerable.js";
import {byNumber} from "../released/byNumber.js";
import {columnsIn, parseFormula} from "../stats/formula/parseFormula.js";
import {numbers, type ReleasedRow} from "../released/table.js";
import type {Choice, ChoiceName, PlannedInput} from "./choice.js";
import {say} from "../words/say.js";
import {named as studyName} from "../words/language.js";

/** The controls of a finding's page; one that leaves nothing to choose is not there. */
export function offeredChoices({table, choices, surveyed}: Answerable, input: PlannedInput): Choice[] {
  const rows = input.tables.get(table)?.rows ?? [];
  const made: Readonly<Record<Answerable["choices"][number], () => readonly Choice[]>> = {
    definition: () => [definition(rows, input)],
    outcome: () => [surveyed ? surveyOutcome(input) : outcome(rows, input)],
    years: () => yearsOf(rows),
    line: () => [line(rows, input.context)],
    adjusted: () => [adjusted(input)],
    comparison: () => [comparison(input)]
  };
  return choices.flatMap((name) => made[name]()).filter(({options}) => options.length > 1);
}

function choice(name: ChoiceName, label: string, planned: string, options: Choice["options"]): Choice {
  return {name, label, planned, options};
}

function definition(rows: readonly ReleasedRow[], {plan, context}: PlannedInput): Choice {
  const names = measuredIn(rows, context, "exposure").filter((name) => !isControlled(plan, name));
  return choice(
    "definition",
    plan.exposure.name === "participation" ? say("Participation as") : say("Exposure"),
    plan.exposure.name,
    named(names, context)
  );
}

/** A measure that the plan adjusts for, lagged or not. */
function isControlled({adjusted: terms}: Plan, name: string): boolean {
  return terms.some((term) => {
    const read = parseFormula(`y ~ ${term}`);
    return read.terms.some(({parts}) => parts.flatMap(columnsIn).includes(name));
  });
}

/** Those that are above zero everywhere, where the plan takes logarithms. */
function outcome(rows: readonly ReleasedRow[], {plan, context}: PlannedInput): Choice {
  const logged = plan.outcome.taken === "in log";
  const names = measuredIn(rows, context, "outcome").filter(
    (name) =>
      name === plan.outcome.name ||
      (!isControlled(plan, name) && (!logged || numbers(rows, name).every((value) => !(value <= 0))))
  );
  return choice("outcome", say("Outcome"), plan.outcome.name, named(names, context));
}

export const purposeTogether = "purpose";

function surveyOutcome({context, tables}: PlannedInput): Choice {
  const rows = (tables.get("survey_measures")?.rows ?? []).filter((row) => row.negative_control !== true);
  const names = [...new Set(rows.map(({measure}) => String(measure)))];
  const together = {value: purposeTogether, label: say("Measures of the purpose together")};
  return choice("outcome", say("Outcome"), purposeTogether, [together, ...named(names, context)]);
}

function yearsOf(rows: readonly ReleasedRow[]): Choice[] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b).map(String);
  const [first = "", last = ""] = [years.at(0), years.at(-1)];
  const options = years.map((year) => ({value: year, label: year}));
  return [choice("from", say("From year"), first, options), choice("to", say("To year"), last, options)];
}

export const allLines = "all";

function line(
  rows: readonly ReleasedRow[],
  {division = {one: say("division"), many: say("divisions")}}: EvidenceContext
): Choice {
  const names = [...new Set(rows.flatMap((row) => (typeof row.division === "string" ? [row.division] : [])))];
  const each = names.toSorted(byNumber).map((name) => ({value: name, label: studyName(name)}));
  const all = {value: allLines, label: say("All {0}", division.many)};
  return choice("line", capital(division.one), allLines, [all, ...(each.length < 2 ? [] : each)]);
}

function adjusted({plan, context}: PlannedInput): Choice {
  const nothing = plan.absorbed.length === 0 && plan.controls.length === 0;
  const withItself = ["department_id", "fiscal_year"].every((name) => plan.absorbed.includes(name));
  return choice("adjusted", say("Adjustment"), "yes", [
    {
      value: "yes",
      label: withItself ? say("Each {0} with itself, year by year", context.unit.one) : say("Main comparison")
    },
    ...(nothing ? [] : [{value: "no", label: say("None: all together")}])
  ]);
}

/** The plan's, and those that the release has made beside it. */
function comparison({otherWays = []}: PlannedInput): Choice {
  return choice("comparison", say("Comparison"), "planned", [
    {value: "planned", label: say("Main comparison")},
    ...otherWays.map(({value, label}) => ({value, label}))
  ]);
}

function measuredIn(rows: readonly ReleasedRow[], {measures}: PlannedInput["context"], role: string): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return columns.filter(
    (name) => measureNamed(measures, name).role === role && numbers(rows, name).some((value) => !Number.isNaN(value))
  );
}

function named(names: readonly string[], {measures}: PlannedInput["context"]): Choice["options"] {
  return names.map((name) => ({value: name, label: capital(measureNamed(measures, name).label)}));
}
