import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {filesIn} from "../filesIn.js";
import {sentencesIn} from "./sentencesIn.js";

const rooms = /(?:words|figures|advice)\.(?:en|ja)\.ts$/;
/** errors, progress and help, which are beside their code: what a terminal prints, and where a browser is looked for */
const terminal =
  /^loaders\/site\/(?:buildSite|dev|findBrowser|makeSite|restage|restagePage|runRefresh|runReleases|verifySite)\.ts$/;
const roots = ["src/findings", "src/report", "src/robustness", "src/components", "loaders/site"];
const files = filesIn(roots, ".ts").filter((file) => !rooms.test(file) && !terminal.test(file));

it("sentences are made in the words' rooms alone: no figure, exhibit or claim makes its own", () => {
  const found = files.flatMap((file) => sentencesIn(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

it("sentencesIn(source) sees sentences and parts of them in strings and templates, not what is asked of say", () => {
  expect(sentencesIn('const a = "No comparison is clear.";')).toEqual(["No comparison is clear."]);
  expect(sentencesIn("const a = `the ${b({c: `d`})} of all that was made`;")).toEqual(["the … of all that was made"]);
  expect(sentencesIn('say("No comparison is clear."); // "It is a comment here."')).toEqual([]);
  expect(sentencesIn('throw new RangeError("Missing column: it is not there.")')).toEqual([]);
});
