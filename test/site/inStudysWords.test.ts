import {expect, it} from "vitest";
import {inStudysWords} from "../../loaders/site/marks/inStudysWords.js";

it("inStudysWords() minds articles and plurals: it used to say a agency, and childs", () => {
  const words = {
    unit: {one: "agency", many: "agencies"},
    person: {one: "child", many: "children"},
    programme: "visits"
  };
  expect(inStudysWords("one row a manager's stay in a department", words)).toBe("one row a child's stay in an agency");
  expect(inStudysWords("managers eligible in departments", words)).toBe("children eligible in agencies");
});
