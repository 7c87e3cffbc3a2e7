/** The live half of a finding page's controls: what is chosen, in the address, and what follows from it on the page. */
import type {ReleasedTable} from "../released/table.js";
import {rowOf} from "../findings/rowOf.js";
import {planOf} from "../evidence/planOf.js";
import {evidenceContext} from "../evidence/evidenceContext.js";
import {nameStudy} from "../words/language.js";
import type {AnsweringStudy} from "./answeringStudy.js";
import {askedPlan} from "./askedPlan.js";
import {askWorker} from "./askWorker.js";
import {besidePlanned} from "./besidePlanned.js";
import type {Choice, ChoiceName, Chosen, PlannedInput} from "./choice.js";
import {offeredChoices} from "./offeredChoices.js";
import {pageParts} from "./pageParts.js";
import {parseChosen, serialiseChosen} from "./parseChosen.js";
import {say} from "../words/say.js";

/** Where the page's files are; nothing is fetched before it is asked for. */
export interface AnsweringSources {
  readonly load: () => Promise<{readonly answering: typeof answering}>;
  readonly study: () => Promise<unknown>;
  readonly findings: () => Promise<unknown>;
  readonly tables: () => Promise<unknown>;
  readonly worker: () => Worker;
}

export interface Answering {
  /** answers what the controls have */
  choose(): Promise<void>;
  /** answers what the address has */
  follow(): Promise<void>;
}

export async function answering(form: HTMLFormElement, sources: AnsweringSources): Promise<Answering> {
  const id = form.dataset.answering ?? "";
  const document = form.ownerDocument;
  const [described, findings, released] = await Promise.all([sources.study(), sources.findings(), sources.tables()]);
  const about = {...(described as object), findings} as AnsweringStudy;
  nameStudy(about.study);
  const tables = released as Readonly<Record<string, ReleasedTable>>;
  const input = inputOf(id, about, tables);
  const {answers} = rowOf(id);
  if (!answers) throw new RangeError(`no controls for this finding: ${id}`);
  const choices = offeredChoices(answers, input);
  const ask = askWorker(sources.worker, {id, about, tables});
  const page = pageParts(form, id);
  const answer = async (chosen: Chosen): Promise<void> => {
    if (Object.keys(chosen).length === 0) return page.planned();
    page.waiting();
    try {
      const {finding, derived} = await ask(chosen);
      const place = {document, source: form.dataset.source ?? ""};
      const planned = about.findings.findings.find((one) => one.id === id);
      const way = input.otherWays?.find(({value}) => value === chosen.comparison);
      const lead = way
        ? besidePlanned(finding, planned, {label: way.label, ...place})
        : (await rowOf(id).exhibits()).lead({...askedPlan(answers, chosen, input), finding, derived, ...place});
      page.exploratory({finding, lead, planned});
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      if (!(error instanceof RangeError)) throw error;
      page.refused(error.message);
    }
  };
  return {
    choose() {
      const chosen = readControls(form, choices);
      document.defaultView?.history.pushState(null, "", addressOf(document, chosen));
      return answer(chosen);
    },
    follow() {
      try {
        const chosen = parseChosen(document.location.search, choices);
        setControls(form, choices, chosen);
        return answer(chosen);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        setControls(form, choices, {});
        page.planned();
        page.refused(say("{0} Shown is the plan's comparison.", error.message));
        return Promise.resolve();
      }
    }
  };
}

function inputOf(id: string, about: AnsweringStudy, tables: Readonly<Record<string, ReleasedTable>>): PlannedInput {
  const declared = about.study.plan.find(({finding}) => finding === id);
  if (!declared) throw new RangeError(`no plan for this finding: ${id}`);
  return {
    plan: planOf(declared),
    context: evidenceContext(about.study),
    otherWays: about.findings.otherWays[id],
    tables: new Map(Object.entries(tables))
  };
}

function selectOf(form: HTMLFormElement, name: ChoiceName): HTMLSelectElement | null {
  return form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
}

function readControls(form: HTMLFormElement, choices: readonly Choice[]): Chosen {
  return Object.fromEntries(
    choices.flatMap(({name, planned}) => {
      const value = selectOf(form, name)?.value ?? planned;
      return value === planned ? [] : [[name, value]];
    })
  );
}

function setControls(form: HTMLFormElement, choices: readonly Choice[], chosen: Chosen): void {
  for (const {name, planned} of choices) {
    const select = selectOf(form, name);
    if (select) select.value = chosen[name] ?? planned;
  }
}

function addressOf({location}: Document, chosen: Chosen): string {
  return `${location.pathname}${serialiseChosen(chosen)}${location.hash}`;
}
