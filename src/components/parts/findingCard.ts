import {evidenceWords} from "../../evidence/evidenceWords.js";
import {fewestDigits} from "../../evidence/fewestDigits.js";
import type {Finding} from "../../evidence/finding.js";
import {surenessSentence} from "../../words/card.js";
import {claimHeadings} from "../../words/claimed.js";
import {say} from "../../words/say.js";
import {element} from "./element.js";
import {unbroken} from "./unbroken.js";

/**
 * A finding in brief, for the margin beside its first lines: the estimates, how the comparison was made, and how sure we
 * are; null where there is no estimate.
 *
 * @param per  of which difference in the exposure the estimates are; "" where they are of none
 */
export function findingCard(
  {evidence, primary, comparison, certainty, reached}: Finding,
  {per, document}: {readonly per: string; readonly document: Document}
): HTMLElement | null {
  if (!primary) return null;
  const simple = evidence.find(({naive}) => naive);
  const inBrief: readonly (readonly [string, string | undefined])[] = [
    [claimHeadings.main, `${unbroken(evidenceWords(primary))}${per === "" ? "" : say(", {0}", per)}`],
    [
      claimHeadings.simple,
      simple && simple !== primary ? unbroken(evidenceWords(simple, fewestDigits(evidence))) : undefined
    ],
    [say("How the comparison was made"), comparison],
    [say("How sure we are of the direction"), surenessSentence({...reached, certainty})]
  ];
  return element(
    document,
    "div",
    {class: "margin-note finding-card no-terms"},
    element(
      document,
      "dl",
      {},
      ...inBrief.flatMap(([term, words]) =>
        words === undefined ? [] : [element(document, "dt", {}, term), element(document, "dd", {}, words)]
      )
    )
  );
}
