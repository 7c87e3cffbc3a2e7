import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {summariseWorlds} from "../../src/worlds/summariseWorlds.js";
import type {World} from "../../src/worlds/world.js";
import {committedSeed} from "../simulate/committedSeed.js";
import {describeTruth} from "../simulate/describeTruth.js";
import {parameters} from "../simulate/parameters.js";
import type {RecoveredParameter} from "./describeWorlds.js";
import {describeWorlds} from "./describeWorlds.js";
import {trueDifferences} from "./trueDifferences.js";

/** the study that the worlds are like, and their file in it */
const study = "data/fujitsu-ssl";
export const frozenWorlds = join(study, "worlds.json");
const recovery = "test/golden/simulation/recovery.json";
const readme = "loaders/simulate/committed.md";

/** Writes the worlds with their summary; the default study's also as prose, beside the simulator and in that study's README. */
export function freezeWorlds(out: string, digest: string, worlds: readonly World[]): void {
  mkdirSync(dirname(out), {recursive: true});
  writeFileSync(out, printWorlds(digest, worlds));
  if (out !== frozenWorlds) return;
  const {rows} = JSON.parse(readFileSync(recovery, "utf8")) as {rows: RecoveredParameter[]};
  writeFileSync(readme, describeWorlds(worlds, {digest, recovered: rows}));
  writeFileSync(join(study, "README.md"), describeTruth(committedSeed, parameters, {offices: 1}));
}

function printWorlds(digest: string, worlds: readonly World[]): string {
  const lines = (values: readonly unknown[]): string =>
    values.map((value) => `    ${JSON.stringify(value)}`).join(",\n");
  return `{
  "digest": ${JSON.stringify(digest)},
  "truths": [
${lines(trueDifferences)}
  ],
  "summary": [
${lines(summariseWorlds(worlds))}
  ],
  "worlds": [
${lines(worlds)}
  ]
}
`;
}
