import {choicesForm} from "../../../src/answering/choicesForm.js";
import {findingCard} from "../../../src/components/parts/findingCard.js";
import {checkTable} from "../../../src/components/parts/checkTable.js";
import {element} from "../../../src/components/parts/element.js";
import {forest} from "../../../src/components/figures/forest.js";
import {strengthLadder} from "../../../src/components/parts/strengthLadder.js";
import type {Finding} from "../../../src/evidence/finding.js";
import {capital, digitsFor, signed} from "../../../src/evidence/format.js";
import {surenessSentence} from "../../../src/words/card.js";
import {planFor} from "../../release/context.js";
import {figureOptions} from "../../../src/components/parts/figureOptions.js";
import {findingName} from "../../../src/findings/findingName.js";
import {rowOf} from "../../../src/findings/rowOf.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import {alsoSaid} from "./alsoSaid.js";
import type {MarkInput} from "./markInput.js";
import {perStep} from "../../../src/findings/perStep.js";
import {say} from "../../../src/words/say.js";
import {sentences} from "../../../src/words/numbers.js";

const texts = ["title", "sentence", "question", "specification", "alternative", "wouldChange", "absent"] as const;

/** What every finding's page says, and the figures that are its own. */
export function findingMarks(finding: Finding, input: MarkInput): Marks {
  const {id, evidence} = finding;
  const {document, release, context} = input;
  const plan = planFor(release.study, id);
  const room = input.rooms.get(id);
  const otherWays = release.findings.value.otherWays[id];
  const own = plan && {...input, finding, plan, derived: release.estimates.value.findings[id]};
  const marks: Record<string, Mark> = {
    nav: textMark(capital(findingName(id, context).replace(/^the /, ""))),
    ...Object.fromEntries(texts.map((name) => [name, textMark(finding[name])])),
    sentence: textMark(sentences([finding.sentence, finding.beside ?? "", alsoSaid(id, input)])),
    doubts: htmlMark(element(document, "p", {}, doubts(finding)), checkTable(finding, document)),
    card: htmlMark(
      findingCard(finding, {per: own && rowOf(id).compares === "departments" ? perStep(own) : "", document})
    ),
    strength: htmlMark(strengthLadder(finding.level, finding.certainty, {document})),
    figure: htmlMark(own && room?.lead(own), own && choicesForm(id, rowOf(id).answers, {...own, otherWays}, own)),
    evidence: htmlMark(
      evidence.length === 0
        ? null
        : forest(
            evidence,
            figureOptions(input, `${id}-evidence`, evidenceTitle(finding), {
              subtitle: say("Simple comparisons first, then those that are adjusted")
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

/** The simple comparison beside the main one. */
function evidenceTitle({evidence, primary}: Finding): string {
  const naive = evidence.find((one) => one.naive && one.low !== null);
  if (!naive || !primary || naive === primary || naive.unit !== primary.unit)
    return say("The difference, by comparison");
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  const [simple, main] = [signed(naive.estimate, digits), signed(primary.estimate, digits)];
  return primary.unit === "r"
    ? say("The simple comparison gives a correlation of {0}, the main comparison one of {1}", simple, main)
    : say("The simple comparison gives {0}, the main comparison {1} {2}", simple, main, primary.unit);
}
