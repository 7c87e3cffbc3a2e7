import {exitWith} from "./exitWith.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const fetch = verb({
  name: "fetch",
  does: "a database's extracts, by the study's queries, all in one snapshot",
  example: "fetch --study data/ours"
})
  .addOption(studyOption())
  .action(async (options: {study: string}) =>
    exitWith((await import("../ingest/fetch/runFetch.js")).runFetch(options))
  );
