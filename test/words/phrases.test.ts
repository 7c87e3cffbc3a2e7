import {expect, it} from "vitest";
import {evidence} from "../../src/words/ja/phrases/evidence.js";
import {figures} from "../../src/words/ja/phrases/figures.js";
import {findings} from "../../src/words/ja/phrases/findings.js";
import {pages} from "../../src/words/ja/phrases/pages.js";
import {say} from "../../src/words/say.js";

it("each phrase is in one place", () => {
  const keys = [figures, evidence, findings, pages].flatMap((some) => Object.keys(some));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

it("takes as many data as the phrase has places, and no phrase without a translation", () => {
  expect(say("{0} to {1}", "2011", "2019")).toBe("2011 to 2019");
  // @ts-expect-error a place without its data
  expect(say("{0} to {1}", "2011")).toBe("2011 to ");
  // @ts-expect-error data without a place
  expect(say("Method", "2011")).toBe("Method");
  // @ts-expect-error no such phrase
  expect(say("A phrase that nobody translated")).toContain("nobody");
});
