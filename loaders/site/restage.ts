/** Stages a study in a process of its own, so that changed code is the code that runs. */
import {cp, rm} from "node:fs/promises";
import {join} from "node:path";
import {releaseStudy} from "../release/releaseStudy.js";
import {stageSite} from "./stageSite.js";

try {
  const release = await releaseStudy(process.argv[2] ?? "");
  const draft = join(".longview/stage", `${release.study.name}.draft`);
  await stageSite(release, draft);
  await cp(draft, join(".longview/stage", release.study.name), {recursive: true, preserveTimestamps: false});
  await rm(draft, {recursive: true, force: true});
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nThe last good stage stays.\n`);
  process.exitCode = 1;
}
