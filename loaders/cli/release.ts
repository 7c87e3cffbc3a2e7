import type {ReleaseVerbOptions} from "../release/runRelease.js";
import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const release = verb({
  name: "release",
  does: "what waits to be published, and who has looked at it",
  example: 'release --approve "Sato, personnel"',
  exits: {3: "it waits for approval"}
})
  .addOption(studyOption())
  .option("--approve <name>", "puts on record who has looked at it")
  .addOption(jsonOption())
  .action(async (options: ReleaseVerbOptions) =>
    exitWith((await import("../release/runRelease.js")).runRelease(options))
  );
