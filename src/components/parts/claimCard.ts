import {answerOf} from "../../evidence/answerOf.js";
import type {Finding} from "../../evidence/finding.js";
import {sizeOf, sizeSentence, surenessSentence} from "../../words/card.js";
import {limit, sentences} from "../../words/numbers.js";
import {element} from "./element.js";
import {strengthLadder} from "./strengthLadder.js";
import {say} from "../../words/say.js";

/** What a card shows of a finding. */
export type Claim = Pick<
  Finding,
  | "id"
  | "question"
  | "title"
  | "sentence"
  | "beside"
  | "comparison"
  | "primary"
  | "level"
  | "certainty"
  | "reached"
  | "alternative"
  | "worthwhile"
  | "claim"
  | "candidacy"
>;

export interface ClaimCardOptions {
  /** address of the finding's page */
  href?: string;
  figure?: Element;
  /** what a reader asks beside the comparison, in a sentence */
  also?: string;
  document?: Document;
}

/** A finding as the report shows it: question, answer, a small figure, its numbers in a sentence, and how sure we are. */
export function claimCard(
  claim: Claim,
  {href, figure, also = "", document = globalThis.document}: ClaimCardOptions = {}
): HTMLElement {
  const {id, question, title, sentence, beside = "", comparison, level, certainty, reached, alternative} = claim;
  return element(
    document,
    "section",
    {class: "claim"},
    element(
      document,
      "div",
      {class: "claim-said"},
      element(document, "p", {class: "claim-question"}, question),
      element(
        document,
        "h2",
        {class: "claim-sentence"},
        href === undefined ? title : element(document, "a", {href}, title)
      ),
      ...[sentences([sentence, sizeIn(claim)]), sentences([beside, also])].map(
        (said) => said !== "" && element(document, "p", {class: "claim-text"}, said)
      )
    ),
    element(
      document,
      "div",
      {class: "claim-shown"},
      figure && element(document, "div", {class: "claim-figure"}, figure),
      element(
        document,
        "div",
        {class: "claim-foot"},
        strengthLadder(level, certainty, {
          id: `${id}-strength`,
          said: {made: comparison, sure: surenessSentence({...reached, certainty})},
          document
        })
      ),
      element(
        document,
        "details",
        {},
        element(document, "summary", {}, say("What else could explain this?")),
        element(document, "p", {}, alternative)
      )
    )
  );
}

/** Whether the difference is large enough to matter, where there is an interval to say it by. */
function sizeIn(finding: Claim): string {
  const {primary, worthwhile} = finding;
  if (!primary || primary.low === null || primary.high === null || primary.unit === "r") return "";
  const size = sizeOf({low: primary.low, high: primary.high}, worthwhile);
  return sizeSentence({clear: answerOf(finding) === "clear", size, worthwhile: limit(worthwhile, primary.unit)});
}
