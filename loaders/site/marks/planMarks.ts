import type {Column} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import type {Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import {findingName} from "../../../src/findings/findingName.js";
import {worthwhileSaid} from "../../../src/findings/worthwhileSaid.js";
import {checklistHeadings} from "../../../src/words/en/checklists.js";
import {capital} from "../../../src/words/en/numbers.js";
import {noVersions, planStatus} from "../../../src/words/en/plan.js";
import type {StudyReport} from "../../release/describeStudy.js";
import {preregistration} from "../../study/plan/preregistration.js";
import {type ChecklistItem, consort, strobe, trend} from "./checklists.js";
import type {MarkInput} from "./markInput.js";

/** The plan, its versions, the preregistration and the reporting checklists. */
export function planMarks(input: MarkInput): Marks {
  const {
    release: {study, report},
    context,
    document
  } = input;
  const {plan: history} = report.value;
  const plan = study.plan.map(({finding, specification, term, worthwhile, worthwhileBecause = "", note = ""}) => ({
    finding: capital(findingName(finding, context)),
    specification,
    term,
    worthwhile: worthwhileSaid({finding, specification, term, worthwhile}, study),
    because: worthwhileBecause,
    note
  }));
  const columns = planColumns.filter(({name}) => plan.some((row) => row[name as keyof typeof row] !== ""));
  return {
    "plan.status": textMark(planStatus({...history, last: history.versions.at(-1) ?? null})),
    "plan.now": htmlMark(dataTable(plan, columns, {caption: "Main comparisons", document})),
    "plan.versions": htmlMark(...versionsOf(history, document)),
    "plan.registration": htmlMark(...registrationOf(input)),
    "plan.checklists": htmlMark(...checklistsOf(input))
  };
}

/** The checklist of trials where a draw decided, those of observational studies elsewhere. */
function checklistsOf(input: MarkInput): HTMLElement[] {
  const {release, document} = input;
  const drawn = release.study.assignment.how === "randomised";
  const lists: Partial<Record<keyof typeof checklistHeadings, readonly ChecklistItem[]>> = drawn
    ? {consort: consort(input)}
    : {strobe: strobe(input), trend: trend(input)};
  return Object.entries(lists).flatMap(([name, items]) => [
    element(document, "h3", {id: name}, checklistHeadings[name as keyof typeof checklistHeadings]),
    dataTable(
      items.map((item) => ({...item})),
      checklistColumns,
      {caption: name.toUpperCase(), document}
    )
  ]);
}

function versionsOf({versions}: StudyReport["plan"], document: Document): HTMLElement[] {
  if (versions.length === 0) return [element(document, "p", {}, noVersions)];
  const items = versions.toReversed().map(({version, locked, known, reason, hash, changes}) => {
    const rows: [string, (HTMLElement | string)[]][] = [
      ["What was known", [known]],
      ["Why it changed", reason === null ? [] : [reason]],
      [
        "What changed",
        changes.length === 0
          ? []
          : [element(document, "ul", {}, ...changes.map((one) => element(document, "li", {}, one)))]
      ],
      ["Checksum", [element(document, "code", {}, hash.slice(0, 16))]]
    ];
    const terms = rows.flatMap(([term, said]) =>
      said.length === 0 ? [] : [element(document, "dt", {}, term), element(document, "dd", {}, ...said)]
    );
    return element(
      document,
      "section",
      {class: "plan-version"},
      element(document, "h3", {}, `Version ${version}, ${locked}`),
      element(document, "dl", {}, ...terms)
    );
  });
  return items;
}

function registrationOf({release: {study, report}, document}: MarkInput): HTMLElement[] {
  return preregistration(study, report.value.plan).map(({heading, items}) => {
    const terms = items.flatMap(({item, text}) => [
      element(document, "dt", {}, item),
      element(document, "dd", {}, ...saidIn(text, document))
    ]);
    return element(
      document,
      "section",
      {class: "plan-registration"},
      element(document, "h3", {}, heading),
      element(document, "dl", {}, ...terms)
    );
  });
}

/** A text whose lines begin with a dash is a list. */
function saidIn(text: string, document: Document): HTMLElement[] {
  const items = text.split("\n");
  if (!items.every((item) => item.startsWith("- "))) return [element(document, "p", {}, text)];
  return [element(document, "ul", {}, ...items.map((item) => element(document, "li", {}, item.slice(2))))];
}

const planColumns: Column[] = [
  {name: "finding", label: "Finding"},
  {name: "specification", label: "Specification"},
  {name: "term", label: "Term"},
  {name: "worthwhile", label: "Would matter"},
  {name: "because", label: "Because"},
  {name: "note", label: "Note"}
];
const checklistColumns: Column[] = [
  {name: "item", label: "Item", digits: 0},
  {name: "asks", label: "Asks for"},
  {name: "here", label: "Here"}
];
