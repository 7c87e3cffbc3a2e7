import {readFileSync} from "node:fs";
import {committedSeed} from "./committedSeed.js";
import type {ParameterName, Parameters} from "./parameters.js";
import {catalogued, parameters as truth} from "./parameters.js";

/** `README.md` of a simulated study: what is true in it. */
export function describeTruth(seed: number, parameters: Parameters, {offices}: {offices: number}): string {
  const names = Object.keys(catalogued) as ParameterName[];
  const changed = names.filter((name) => truth[name] !== parameters[name]);
  const rows = names.map((name) => {
    const {unit, meaning} = catalogued[name];
    return `| ${name} | ${parameters[name]} | ${unit} | ${meaning} |`;
  });
  const size = offices === 1 ? "" : ` --scale ${offices}`;
  const apart = changed.length > 0 ? `, with ${changed.join(", ")} changed` : "";
  const committed = seed === committedSeed && offices === 1 && changed.length === 0;
  return `# A synthetic reconstruction

Made by \`npx longview simulate --out DIR --seed ${seed}${size}\`${apart}. No figure here was measured at
any organisation, and none is attributed to one. The files are in the state in which an analyst gets them: personnel files in
CP932 with Japanese headers, an export of the learning system with completions recorded twice, a wide survey file under three
header rows, accounts in thousands of yen with △ for negatives, 2018年3月期 for fiscal 2017 and a restated year. What they need is
declared in \`datapackage.json\`; \`sql/\` brings them to the tables of the contract. Copy both for a study of your own.

Other worlds: \`--seed N\`; \`--null pure\` without effect and selection, \`--null selection\` without effect,
\`--null trends\` and \`--null shocks\` without effect where those take part who have long been improving, or are about to; \`--set name=value\` for any
parameter below; \`--scale N\` for a study N times as large, written office by office, so that its size is bound by the disk alone
(some 26,000 session ratings an office).

## What is true here

From no to full participation a department's margin rises by ${parameters.marginEffect} of revenue; a manager who
took part is rated ${parameters.performanceEffect} sd higher from the year after; teamwork and cross-functional communication rise by
${parameters.surveyPurposeEffect} sd, the other measures by ${parameters.surveyOtherEffect} sd, the negative controls by nothing. Better departments and
better-rated managers take part more, and managers grow into their post, so that the naive comparisons promise more than that.

| Parameter | Value | Unit | Meaning |
| --- | --- | --- | --- |
${rows.join("\n")}
${committed ? readFileSync(new URL("./committed.md", import.meta.url), "utf8") : ""}`;
}
