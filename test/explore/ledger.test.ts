import {expect, it} from "vitest";
import {ledger, parseLedger, summariseLedger} from "../../src/explore/ledger.js";

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value)
};
const open = () => ledger("a study", {store, now: () => "2026-11-28T12:00:00.000Z"});
const entry = (key: string, p: number, planned = false) => ({key, label: key, p, planned});

it("record(entries) counts each comparison once, and keeps them on the device", () => {
  open().record([entry("a", 0.01), entry("b", 0.2), entry("a", 0.01), entry("plan", 0.001, true)]);
  open().record([entry("b", 0.2)]);
  const {made, exploratory, clear, byChance, q} = summariseLedger(open().state);
  expect([made, exploratory, clear]).toEqual([3, 2, 1]);
  expect(byChance).toBeCloseTo(0.1, 12);
  expect(q.map((value) => value?.toFixed(4))).toEqual(["0.0150", "0.2000", "0.0030"]);
});

it("suppose(text) keeps what was expected with its time and how much had been seen", () => {
  const own = open();
  own.suppose("teamwork rises");
  expect(own.state.hypotheses.at(-1)).toEqual({text: "teamwork rises", at: "2026-11-28T12:00:00.000Z", after: 3});
});

it("restore(text) adds what is not there, and refuses what is no ledger", () => {
  const own = open();
  own.restore(
    JSON.stringify({
      entries: [
        {...entry("a", 0.5), at: "x"},
        {...entry("c", 0.5), at: "x"}
      ],
      hypotheses: []
    })
  );
  expect(own.state.entries.map(({key}) => key)).toEqual(["a", "b", "plan", "c"]);
  expect(() => parseLedger('{"entries": [{"p": 2}]}')).toThrow("is not a ledger");
  expect(() => parseLedger("[")).toThrow("is not a ledger");
});
