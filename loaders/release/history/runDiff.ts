import {changesAsLines} from "../../../src/words/en/changes.js";
import {AskedWrongly} from "../../study/askedWrongly.js";
import {printAnswer} from "../../study/printAnswer.js";
import {readStudy} from "../../study/readStudy.js";
import {compareReleases} from "./compareReleases.js";
import {namesIn} from "./namesIn.js";
import type {RecordedRelease} from "./recordedRelease.js";
import {readHistory} from "./releaseHistory.js";

/** `diff`: from a release to another; without any, the last two. */
export async function runDiff(
  [from, to]: readonly [string | undefined, string | undefined],
  {study, json}: {readonly study: string; readonly json?: boolean}
): Promise<number> {
  // a folder that is no study is refused, though it has no release either
  const {words, measures} = await readStudy(study);
  const history = await readHistory(study);
  const before = releaseNamed(history, from ?? String(history.at(-2)?.number ?? ""));
  const after = releaseNamed(history, to ?? String(history.at(-1)?.number ?? ""));
  const changes = compareReleases(before, after);
  printAnswer(changes, changesAsLines(changes, {names: namesIn(words, measures)}).join("\n"), {json});
  return 0;
}

function releaseNamed(history: readonly RecordedRelease[], name: string): RecordedRelease {
  const found = history.find(({number, version}) => String(number) === name || version === name);
  if (found) return found;
  const known = history.map(({number, version, on}) => `${number} (${version}, ${on})`).join(", ");
  throw new AskedWrongly(
    known === ""
      ? "no release is on record; build publishes the first"
      : `no such release${name === "" ? " before the last" : `: ${name}`}; there are ${known}`
  );
}
