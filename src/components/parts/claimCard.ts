import type {Finding} from "../../evidence/finding.js";
import {count, digitsFor, interval, signed} from "../../evidence/format.js";
import {element} from "./element.js";
import {strengthLadder} from "./strengthLadder.js";

/** What a card shows of a finding. */
export type Claim = Pick<Finding, "id" | "question" | "title" | "primary" | "level" | "certainty" | "alternative">;

export interface ClaimCardOptions {
  /** address of the finding's page */
  href?: string;
  figure?: Element;
  document?: Document;
}

/** A finding as the report shows it: question, answer, a small figure, its numbers, and how sure one may be. */
export function claimCard(
  {id, question, title, primary, level, certainty, alternative}: Claim,
  {href, figure, document = globalThis.document}: ClaimCardOptions = {}
): HTMLElement {
  const numbers: [string, string][] = [];
  if (primary) {
    const {estimate, low, high, unit, n, rows} = primary;
    const digits = low === null || high === null ? 2 : digitsFor(low, high);
    numbers.push(
      unit === "r" ? ["Correlation", signed(estimate, digits)] : ["Difference", `${signed(estimate, digits)} ${unit}`]
    );
    if (low !== null && high !== null) numbers.push(["95 % interval", interval(low, high, digits)]);
    numbers.push(["n", `${count(n)} ${rows}`]);
  }
  return element(
    document,
    "section",
    {class: "claim"},
    element(document, "p", {class: "claim-question"}, question),
    element(
      document,
      "h2",
      {class: "claim-sentence"},
      href === undefined ? title : element(document, "a", {href}, title)
    ),
    figure && element(document, "div", {class: "claim-figure"}, figure),
    element(
      document,
      "dl",
      {class: "claim-numbers"},
      ...numbers.map(([term, value]) =>
        element(document, "div", {}, element(document, "dt", {}, term), element(document, "dd", {}, value))
      )
    ),
    element(document, "div", {class: "claim-foot"}, strengthLadder(level, certainty, {id: `${id}-strength`, document})),
    element(
      document,
      "details",
      {},
      element(document, "summary", {}, "What else could explain this?"),
      element(document, "p", {}, alternative)
    )
  );
}
