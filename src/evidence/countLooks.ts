/**
 * The planned comparisons counted together: one that is clear alone need not be once all are counted.
 *
 * Source    Holm (1979), over the comparisons that the plan names; descriptions are no tests and count in none
 */
import {adjust} from "../stats/adjustment/adjust.js";
import {certainty} from "./certainty.js";
import type {Check} from "./check.js";
import type {Assignment} from "./designLevel.js";
import type {Finding} from "./finding.js";
import {count, pValue} from "./format.js";
import {isClear} from "./isClear.js";

const level = 0.05;

/** The findings with what counting them together comes to, for those whose planned estimate is clear alone. */
export function countLooks(findings: readonly Finding[], assignment: Assignment): Finding[] {
  const counted = findings.filter(({kind, primary}) => kind !== "descriptive" && primary?.p != null);
  const adjusted = adjust(
    counted.map(({primary}) => primary?.p ?? null),
    "holm"
  );
  return findings.map((finding) => {
    const p = adjusted[counted.indexOf(finding)];
    if (counted.length < 2 || p == null || !finding.primary || !isClear(finding.primary)) return finding;
    const check: Check = {
      domain: "multiplicity",
      asked: "Does it stay clear once all planned comparisons are counted?",
      verdict: p < level ? "passed" : "failed",
      why: `Of ${count(counted.length)} planned comparisons, its p adjusted by Holm is ${pValue(p)}.`
    };
    const checks = [...finding.checks, check];
    return {...finding, checks, certainty: certainty(finding.kind, assignment, checks)};
  });
}
