import {describe, expect, it} from "vitest";
import type {Method} from "../../loaders/estimate/defineMethod.js";
import {methods} from "../../loaders/estimate/methods.js";
import type {Specification, Table} from "../../loaders/estimate/table.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {askedOfAll, everyRole} from "./askedOfAll.js";

const table = everyRole as Table;
const cases = Object.entries(askedOfAll).flatMap(([name, all]) => all.map((asked) => [name, asked] as const));

/** lists of labels, which may be any text */
const labels = ["pre", "post"];
/** what no option takes, whatever it is: neither a column nor a choice nor a number */
const wrong = ["nosuch", ["nosuch"], {nosuch: 1}, [[]], NaN, [NaN]];
/** what some take; where it is refused, it is by name */
const odd = [null, "", [], {}, true, false, 0, -1, 1.5, 1e17, 1e308, -1e308, 1e-308, "y", ["y"], ["y", "y"], [null]];
/** more than these take minutes, as they should */
const long = ["draws", "exact"];

describe.each(cases)("estimate %s %j", (name, asked) => {
  it("answers, and refuses a misspelt key of every option by the right one", async () => {
    const method = await methods[name]!();
    expect(() => method(asked, table)).not.toThrow();
    for (const option of knownTo(method, asked)) {
      if (option.length < 4) continue;
      const misspelt = `${option.slice(0, 2)}${option.slice(3)}`;
      if (knownTo(method, asked).includes(misspelt)) continue;
      expect(() => method({...asked, [misspelt]: 1}, table)).toThrow(
        `unknown option of ${name}: ${misspelt}; did you mean`
      );
    }
  });

  it("refuses for every option what it cannot take, also those that this kind does not read", async () => {
    const method = await methods[name]!();
    const passed = knownTo(method, asked).flatMap((option) =>
      wrong
        .filter((value) => !(labels.includes(option) && Array.isArray(value)))
        .filter((value) => refusal(method, {...asked, [option]: value}) === null)
        .map((value) => [option, value])
    );
    expect(passed).toEqual([]);
  });

  it("answers or refuses whatever an option is given, and fails in no other way", async () => {
    const method = await methods[name]!();
    const failures = knownTo(method, asked)
      .filter((option) => !long.includes(option))
      .flatMap((option) => [...odd, ...wrong].map((value) => refusal(method, {...asked, [option]: value})))
      .filter((error) => error !== null && !(error instanceof InvalidArgument || error instanceof NotIdentified));
    expect(failures).toEqual([]);
  });
});

it("every method is asked", () => {
  expect(Object.keys(askedOfAll).toSorted()).toEqual(Object.keys(methods).toSorted());
});

/** Its options, as its own refusal lists them. */
function knownTo(method: Method, asked: Specification): string[] {
  return /; it takes (.*)$/.exec(refusal(method, {...asked, unheardOf: 1})?.message ?? "")?.[1]?.split(", ") ?? [];
}

function refusal(method: Method, asked: Specification): Error | null {
  try {
    method(asked, table);
    return null;
  } catch (error) {
    return error as Error;
  }
}
