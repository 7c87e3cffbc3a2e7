import {expect, it} from "vitest";
import {keepFor} from "../../loaders/site/keepFor.js";

it("keepFor() leaves out what the study does not have, and the marks around what it has", () => {
  const page = "One.\n<!-- with findings.sessions -->Two.<!-- end -->\n<!-- with attendance -->Three.<!-- end -->";
  expect(keepFor(page, (need) => need === "attendance")).toBe("One.\n\nThree.");
});
