import {expect, it} from "vitest";
import {forest} from "../../src/notebook/figures.js";

it("forest(rows) says what it takes: it used to say that it could not read a property of undefined", () => {
  const rows = [{label: "a", estimate: 1, low: 0, high: 2}];
  expect(() => forest(rows as never)).toThrow(
    /^invalid fits; 0 is no fit; give one, or several by name: \{"pooled": ols/
  );
});
