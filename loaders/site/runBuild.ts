import {basename, resolve} from "node:path";
import type {Language} from "../../src/words/language.js";
import {printAnswer} from "../study/printAnswer.js";
import {withLock} from "../study/withLock.js";
import {type Built, builtOf, keepBuilt} from "./builtSites.js";
import {keepHeapSmall} from "./keepHeapSmall.js";
import {needLink} from "./needLink.js";

export interface BuildOptions {
  readonly study: string;
  readonly out: string;
  readonly json?: boolean;
  /** in place of the one that the study declares */
  readonly language?: Language;
}

export interface RunBuildOptions {
  /** what is not as it should be with a study though it can be built: a line each */
  readonly doubts?: (study: string) => Promise<readonly string[]>;
  /** says nothing of what was built */
  readonly quiet?: boolean;
}

/**
 * `build`: raw files -> published site; at any failure the site that was there stays. Where nothing has changed since the
 * site was built, nothing is done, and nothing heavy is imported to find that out.
 */
export async function runBuild(
  values: BuildOptions,
  {doubts = async () => [], quiet = false}: RunBuildOptions = {}
): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const sayUnchanged = (built: Built): number => {
    const words = `${values.out}: unchanged, ${built.pages} pages of ${values.study}`;
    if (!quiet) printAnswer({...asked(values), pages: built.pages, unchanged: true}, words, values);
    for (const doubt of built.doubts) say(doubt);
    return 0;
  };
  await needLink(values.out);
  const {code, built} = await builtOf(values);
  if (built) return sayUnchanged(built);
  return withLock(
    `.longview/locks/${basename(resolve(values.study))}`,
    async () => {
      const started = performance.now();
      keepHeapSmall();
      const {built: meanwhile} = await builtOf(values);
      if (meanwhile) return sayUnchanged(meanwhile);
      const {buildSite} = await import("./buildSite.js");
      const {pages, warnings, fingerprint} = await buildSite(values.study, values.out, values);
      for (const warning of warnings) say(warning);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const words = `${values.out}: ${pages} pages of ${values.study} in ${seconds} s`;
      if (!quiet) printAnswer({...asked(values), pages, unchanged: false, seconds: Number(seconds)}, words, values);
      const doubted = await doubts(values.study);
      for (const doubt of doubted) say(doubt);
      await keepBuilt(values, `${fingerprint} ${code}`, {pages, doubts: doubted});
      return 0;
    },
    {say}
  );
}

const asked = ({study, out}: BuildOptions): object => ({study, out});
