import {afterEach, expect, it, vi} from "vitest";
import {sourceOf} from "../../src/notebook/live/source.js";

const shipped = () => Promise.resolve({});
const empty = {getItem: () => null, removeItem: () => undefined};

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["#opne=big-departments", "this link asks for “opne”, which is unknown; it may be saved, open, handed, code"],
  ["#__proto__=x", "this link asks for “__proto__”, which is unknown"],
  ["#open=a&open=b", "this link asks for several notebooks; keep one"],
  ["#saved=a&open=b", "this link asks for several notebooks; keep one"],
  ["#open=", "this link names no notebook"],
  ["#open=constructor", "this site has no such notebook"],
  ["#saved=nosuch", "this notebook is not on this device"],
  ["#handed=nosuch", "this notebook was handed over once; open it from its page again"],
  ["#code=%00", "this link holds no notebook"],
  [`#code=${"a".repeat(9000)}`, "this link is longer than any that is made here"]
])("sourceOf(%j) says %s", async (hash, words) => {
  vi.stubGlobal("localStorage", empty);
  vi.stubGlobal("sessionStorage", empty);
  await expect(sourceOf(hash, shipped)).rejects.toThrow(words);
});

it.each(["", "#", "#section"])("sourceOf(%j) is a new notebook", async (hash) => {
  expect(await sourceOf(hash, shipped)).toMatchObject({from: "new", trusted: true});
});
