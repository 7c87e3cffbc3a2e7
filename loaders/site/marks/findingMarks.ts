import type {Column} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import {forest} from "../../../src/components/figures/forest.js";
import {strengthLadder} from "../../../src/components/parts/strengthLadder.js";
import type {Finding} from "../../../src/evidence/finding.js";
import {capital, digitsFor, signed} from "../../../src/evidence/format.js";
import {surenessSentence} from "../../../src/words/en/card.js";
import {checkAnswers, checkHeadings} from "../../../src/words/en/checkWords.js";
import {trustHeadings} from "../../../src/words/en/trust.js";
import {withUnmade} from "../../../src/evidence/verdict/certaintyOf.js";
import {planFor} from "../../release/context.js";
import {figureOptions} from "../../../src/components/parts/figureOptions.js";
import {findingName} from "../../../src/findings/findingName.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import {checkAnchor} from "./checkAnchor.js";
import type {MarkInput} from "./markInput.js";

const texts = ["title", "sentence", "question", "specification", "alternative", "wouldChange", "absent"] as const;

/** What every finding's page says, and the figures that are its own. */
export function findingMarks(finding: Finding, input: MarkInput): Marks {
  const {id, evidence} = finding;
  const {document, release, context} = input;
  const plan = planFor(release.study, id);
  const room = input.rooms.get(id);
  const own = plan && {...input, finding, plan, derived: release.estimates.value.findings[id]};
  const marks: Record<string, Mark> = {
    nav: textMark(capital(findingName(id, context).replace(/^the /, ""))),
    ...Object.fromEntries(texts.map((name) => [name, textMark(finding[name])])),
    doubts: htmlMark(element(document, "p", {}, doubts(finding)), checkTable(finding, document)),
    strength: htmlMark(strengthLadder(finding.level, finding.certainty, {document})),
    figure: htmlMark(own && room?.lead(own)),
    evidence: htmlMark(
      forest(
        evidence,
        figureOptions(input, `${id}-evidence`, evidenceTitle(finding), {
          subtitle: "Simple comparisons first, then those that are adjusted"
        })
      )
    ),
    ...(own && room?.exhibits(own))
  };
  return Object.fromEntries(Object.entries(marks).map(([name, mark]) => [`${id}.${name}`, mark]));
}

/** How sure we are, with what lowered it. */
function doubts({certainty, reached}: Finding): string {
  return surenessSentence({...reached, certainty});
}

function checkTable({checks, required}: Finding, document: Document): Element | null {
  const made = new Map(checks.map((check) => [check.id, check]));
  const rows = withUnmade(required, checks).flatMap(({id, domain, state}) => {
    const check = made.get(id);
    return check
      ? [
          {
            id,
            asked: check.asked,
            answer: checkAnswers[state],
            why: check.why,
            domain: trustHeadings[domain]
          }
        ]
      : [];
  });
  if (rows.length === 0) return null;
  return element(
    document,
    "div",
    {class: "checks"},
    dataTable(rows, checkColumns, {caption: "What we checked", rowId: (row) => checkAnchor(String(row.id)), document})
  );
}

const checkColumns: Column[] = [
  {name: "asked", label: checkHeadings.question},
  {name: "answer", label: checkHeadings.answer},
  {name: "why", label: checkHeadings.why},
  {name: "domain", label: "About"}
];

/** The simple comparison beside the main one. */
function evidenceTitle({evidence, primary}: Finding): string {
  const naive = evidence.find((one) => one.naive && one.low !== null);
  if (!naive || !primary || naive === primary || naive.unit !== primary.unit) return "The difference, by comparison";
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  return `The simple comparison gives ${signed(naive.estimate, digits)}, the main comparison ${signed(primary.estimate, digits)} ${primary.unit}`;
}
