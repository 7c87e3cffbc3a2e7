import {expect, it} from "vitest";
import {valuesIn} from "../../loaders/release/valuesIn.js";

it("valuesIn() finds what a rule compares with: a digit in a column's name used to be taken for a person's number", () => {
  expect(valuesIn('"Rating (1-5)" IS NULL')).not.toContain("1");
  expect(valuesIn("staff_no IN (40017, 40018)")).toEqual(expect.arrayContaining(["40017", "40018"]));
  expect(valuesIn("mail = 'o''hara@x.org' OR id = 'R_1'")).toEqual(expect.arrayContaining(["o'hara@x.org", "R_1"]));
  expect(valuesIn("year < 2017")).not.toContain("17");
});
