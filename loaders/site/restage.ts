/** Stages a study in a process of its own, so that changed code is the code that runs. */
import {cp, rm} from "node:fs/promises";
import {join} from "node:path";
import {languages} from "../../src/words/language.js";
import {publish} from "../release/publish.js";
import {tellError} from "../study/tellError.js";
import {keepHeapSmall} from "./keepHeapSmall.js";
import {mirrorFolder} from "./mirrorFolder.js";
import {beginStaging, keepStaged, stateOf} from "./staged.js";
import {stageSite} from "./stageSite.js";

const [study = "", stage = "", asked] = process.argv.slice(2);
const language = languages.find((one) => one === asked);
const cache = join("src", ".observablehq", "cache");

keepHeapSmall();
try {
  const draft = `${stage}.draft`;
  const state = await stateOf(study, {language});
  const release = await publish(study, {language});
  await stageSite(release, draft);
  await beginStaging(stage);
  await mirrorFolder(draft, stage, {keep: (path) => path.startsWith(cache)});
  await cp(join(draft, cache), join(stage, cache), {recursive: true});
  await keepStaged(stage, {state, language: release.study.language});
  await rm(draft, {recursive: true, force: true});
} catch (error) {
  process.stderr.write(`${tellError(error)}\nThe last good stage stays.\n`);
  process.exitCode = 1;
}
