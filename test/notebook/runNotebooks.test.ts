import {spawn} from "node:child_process";
import {text} from "node:stream/consumers";
import {expect, it} from "vitest";
import {partRunner} from "../../loaders/site/runFramework.js";

it("runNotebooks answers as long as its notebooks are: what a pipe had no room for used to be lost", async () => {
  const words = "A long text. ".repeat(60_000);
  const file = `<!doctype html><notebook><title>Long</title><script id="1" type="text/markdown">${words}</script></notebook>`;
  const study = {words: {unit: {one: "unit", many: "units"}}, measures: [], currency: {label: "yen"}};
  const child = spawn(process.execPath, [partRunner, "runNotebooks"], {stdio: ["pipe", "pipe", "inherit"]});
  child.stdin.end(JSON.stringify({published: {version: "1", study, tables: {}}, notebooks: {long: file}}));
  const answers = JSON.parse(await text(child.stdout)) as {long: {cells: {output: string}[]}};
  expect(answers.long.cells[0]?.output.trim()).toHaveLength(words.trim().length);
});
