import {mkdtemp, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {releaseDerived} from "../../loaders/disclosure/releaseDerived.js";
import {pageEstimates} from "../../loaders/release/pageEstimates.js";
import {publish} from "../../loaders/release/publish.js";
import type {ReleaseContext} from "../../loaders/release/releaseModule.js";
import {speak} from "../../src/words/language.js";

it("pageEstimates() makes the curve of comparisons once, whatever other numbers of the findings change", async () => {
  const {study, findings, tables, estimates} = await publish("data/us-fatalities");
  const models = await mkdtemp(join(tmpdir(), "longview-models-"));
  const context = {study, models} as ReleaseContext;
  const first = await pageEstimates(context, findings, tables);
  expect(first.value).toEqual(estimates.value);
  expect(first.value.robustness?.curve?.within.points.length).toBeGreaterThan(20);
  const others = findings.value.findings.map((one) => ({...one, worthwhile: 2 * (one.worthwhile ?? 1)}));
  await pageEstimates(context, releaseDerived({...findings.value, findings: others}, findings), tables);
  const kept = (await readdir(join(models, study.name))).map((name) => name.split(".")[0]);
  expect(kept.toSorted()).toEqual(["curve", "robustness", "robustness"]);
  speak("ja");
  await pageEstimates(context, findings, tables).finally(() => speak("en"));
  const curves = (await readdir(join(models, study.name))).filter((name) => name.startsWith("curve."));
  expect(curves, "the page is in English whatever the site is in").toHaveLength(1);
});
