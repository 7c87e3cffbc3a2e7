/** A finding with what a reader chose: the very claim, checks, sentence and estimates of its page, on released values. */
import type {Finding} from "../evidence/finding.js";
import {judgeFindings} from "../evidence/judgeFindings.js";
import {planOf} from "../evidence/planOf.js";
import type {ClaimValues} from "../findings/findingRow.js";
import {rowOf} from "../findings/rowOf.js";
import type {ReleasedTable} from "../released/table.js";
import {NotIdentified} from "../stats/errors/notIdentified.js";
import type {AnsweringStudy} from "./answeringStudy.js";
import {askedPlan} from "./askedPlan.js";
import type {Chosen, PlannedInput} from "./choice.js";
import {say} from "../words/say.js";

export interface Answer {
  readonly finding: Finding;
  /** what the finding's page draws beyond its claim */
  readonly derived: unknown;
}

/** @throws {RangeError} a sentence, where what was chosen leaves nothing to compare */
export async function answerTo(
  id: string,
  chosen: Chosen,
  input: PlannedInput,
  about: AnsweringStudy
): Promise<Answer> {
  const row = rowOf(id);
  if (!row.answers) throw new RangeError(say("This comparison cannot be made anew from what is released."));
  if (chosen.comparison !== undefined) return otherwise(id, chosen.comparison, input, about);
  const {plan, context, tables} = askedPlan(row.answers, chosen, input);
  const values = new Map([...tables, ...purposeTables(tables, context.purpose?.measures ?? [])]);
  if (row.from.some((name) => (values.get(name)?.rows.length ?? 0) === 0 && !name.startsWith("purpose_")))
    throw new RangeError(say("No rows are left. Choose other years or lines."));
  const read = [...row.from, ...row.beside].flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : []));
  try {
    const draft = await row.claim(
      Object.fromEntries(read) as ClaimValues<string, string>,
      {...context, plan},
      (other) => planFor(about, other)
    );
    const finding = judged({...draft}, about);
    return {finding, derived: (await row.derive?.({finding, plan, context, tables})) ?? null};
  } catch (error) {
    if (error instanceof NotIdentified)
      throw new RangeError(say("What was chosen leaves too little to compare. Choose other years or lines."), {
        cause: error
      });
    throw error;
  }
}

/** What the release has made in another way, on rows that did not leave it. */
async function otherwise(
  id: string,
  chosen: string,
  {plan, context, tables}: PlannedInput,
  about: AnsweringStudy
): Promise<Answer> {
  const way = about.findings.otherWays[id]?.find(({value}) => value === chosen);
  if (!way) throw new RangeError(say("This comparison cannot be made anew from what is released."));
  const finding = judged(way.finding, about);
  return {finding, derived: (await rowOf(id).derive?.({finding, plan, context, tables})) ?? null};
}

/** Counted with the other planned comparisons, as the planned one is. */
function judged(draft: Finding | Parameters<typeof judgeFindings>[0][number], {findings}: AnsweringStudy): Finding {
  const others = findings.findings.map((one) => (one.id === draft.id ? draft : one));
  const unmade = findings.absent.flatMap(({finding}) => (rowOf(finding).change ? [finding] : []));
  const found = judgeFindings(others, unmade).findings.find(({id}) => id === draft.id);
  if (!found) throw new RangeError(`no such finding: ${draft.id}`);
  return found;
}

function planFor({study}: AnsweringStudy, finding: string) {
  const planned = study.plan.find((one) => one.finding === finding);
  return planned ? planOf(planned) : null;
}

/** What the claims read of the purpose's measures alone. */
function purposeTables(
  tables: ReadonlyMap<string, ReleasedTable>,
  purpose: readonly string[]
): [string, ReleasedTable][] {
  return ["scales", "wording"].flatMap((name): [string, ReleasedTable][] => {
    const table = tables.get(`survey_${name}`);
    const rows = (table?.rows ?? []).filter(({measure}) => purpose.includes(String(measure)));
    return [[`purpose_${name}`, {rows, suppressed: {}}]];
  });
}
