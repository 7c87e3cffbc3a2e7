import {expect, it} from "vitest";
import {evidence} from "../../src/words/ja/phrases/evidence.js";
import {figures} from "../../src/words/ja/phrases/figures.js";
import {findings} from "../../src/words/ja/phrases/findings.js";
import {pages} from "../../src/words/ja/phrases/pages.js";

it("each phrase is in one place", () => {
  const keys = [figures, evidence, findings, pages].flatMap((some) => Object.keys(some));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
