import type {EvidenceContext, Plan} from "../evidence/context.js";
import {planOf} from "../evidence/planOf.js";
import type {Answerable} from "../findings/answerable.js";
import {numbers, type ReleasedRow, type ReleasedTable} from "../released/table.js";
import {standardDeviation} from "../stats/description/standardDeviation.js";
import {named} from "../stats/formula/parseFormula.js";
import {renamed} from "../stats/formula/renamed.js";
import type {Chosen, PlannedInput} from "./choice.js";
import {allLines, purposeTogether} from "./offeredChoices.js";

/** The plan, the tables and the study's words, with what was chosen; the planned ones where nothing was. */
export function askedPlan(answerable: Answerable, chosen: Chosen, input: PlannedInput): PlannedInput {
  if (Object.keys(chosen).length === 0) return input;
  return {
    plan: planWith(answerable, chosen, input),
    context: contextWith(answerable, chosen, input.context),
    tables: new Map(Array.from(input.tables, ([name, table]) => [name, rowsWith(table, chosen)]))
  };
}

function planWith({table, surveyed, unitless}: Answerable, chosen: Chosen, {plan, tables}: PlannedInput): Plan {
  const exposure = chosen.definition ?? plan.exposure.name;
  const outcome = surveyed ? plan.outcome.name : (chosen.outcome ?? plan.outcome.name);
  const names = new Map([
    [plan.exposure.name, exposure],
    [plan.outcome.name, outcome]
  ]);
  const turned = (text: string): string => renamed(text, names);
  const term = renamed(plan.term, names, (name) => name);
  const {lag} = plan.exposure;
  const plain = `${turned(plan.outcome.text)} ~ ${lag > 0 ? `l(${named(exposure)}, ${lag})` : named(exposure)}`;
  const rows = tables.get(table)?.rows ?? [];
  const size = unitless
    ? 1
    : spreadRatio(rows, outcome, plan.outcome.name) / spreadRatio(rows, exposure, plan.exposure.name);
  return planOf({
    specification: chosen.adjusted === "no" ? plain : turned(plan.specification),
    term,
    worthwhile: plan.worthwhile * size,
    worthwhileBecause: plan.worthwhileBecause
  });
}

/** How much more a column varies than the planned one: what matters is as many standard deviations of either. */
function spreadRatio(rows: readonly ReleasedRow[], name: string, planned: string): number {
  if (name === planned) return 1;
  const ratio = standardDeviation(numbers(rows, name)) / standardDeviation(numbers(rows, planned));
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
}

function contextWith({surveyed}: Answerable, {outcome}: Chosen, context: EvidenceContext): EvidenceContext {
  if (!surveyed || outcome === undefined || outcome === purposeTogether || !context.purpose) return context;
  return {...context, purpose: {...context.purpose, measures: [outcome]}};
}

function rowsWith(table: ReleasedTable, {from, to, line = allLines}: Chosen): ReleasedTable {
  const [first, last] = [Number(from ?? -Infinity), Number(to ?? Infinity)].toSorted((a, b) => a - b);
  const within = ({fiscal_year: year, division}: ReleasedRow): boolean =>
    (typeof year !== "number" || (year >= first! && year <= last!)) &&
    (line === allLines || typeof division !== "string" || division === line);
  return {...table, rows: table.rows.filter(within)};
}
