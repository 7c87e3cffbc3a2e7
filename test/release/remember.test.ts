import {appendFile, mkdtemp, readdir, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {remember} from "../../loaders/release/remember.js";
import type {Study} from "../../loaders/study/readStudy.js";
import {nameStudy, speak} from "../../src/words/language.js";

const study = {name: "kept"} as Study;

it("remember(context, name, reads, make) makes once for the same reading, and again where that or what is kept has changed", async () => {
  const models = await mkdtemp(join(tmpdir(), "longview-models-"));
  let made = 0;
  const ask = (reads: unknown) => remember({study, models}, "fit", reads, () => ({at: ++made, columns: [-0, NaN]}));
  expect(await ask({rows: [1, 2]})).toEqual({at: 1, columns: [-0, NaN]});
  expect(await ask({rows: [1, 2]})).toEqual({at: 1, columns: [-0, NaN]});
  expect((await ask({rows: [1, 3]})).at).toBe(2);
  const place = join(models, "kept");
  for (const file of await readdir(place)) {
    expect((await stat(join(place, file))).mode & 0o777).toBe(0o600);
    await appendFile(join(place, file), "x");
  }
  expect((await ask({rows: [1, 2]})).at).toBe(3);
  for (let k = 0; k < 6; k++) await ask(k);
  expect(await readdir(place)).toHaveLength(4);
});

it("remember() makes again for other names, words or years of a study, and in another language", async () => {
  const models = await mkdtemp(join(tmpdir(), "longview-models-"));
  let made = 0;
  const ask = async (about: object) => {
    nameStudy(about);
    return remember({study, models}, "claim", 1, () => ++made).finally(() => nameStudy());
  };
  const unit = {unit: {one: "firm", many: "firms"}};
  const abouts = [
    {},
    {names: {ja: {Sales: "営業"}}},
    {words: unit},
    {fiscalYearStart: "01-01"},
    {exposure: {kind: "grant"}}
  ];
  for (const about of abouts) for (let k = 0; k < 2; k++) await ask(about);
  expect(made).toBe(5);
  speak("ja");
  await ask({}).finally(() => speak("en"));
  expect(made).toBe(6);
});

it("remember() makes again where something else is spoken of: a study's words were once kept in those of another", async () => {
  const models = await mkdtemp(join(tmpdir(), "longview-models-"));
  let made = 0;
  const ask = () => remember({study, models}, "claim", 1, () => ++made);
  expect(await ask()).toBe(1);
  nameStudy({words: {division: {one: "line", many: "lines"}}});
  expect(await ask().finally(() => nameStudy())).toBe(2);
  expect(await ask()).toBe(1);
});

it("remember() keeps nothing where there is no place to", async () => {
  let made = 0;
  for (let k = 0; k < 2; k++) await remember({study}, "fit", 1, () => ++made);
  expect(made).toBe(2);
});
