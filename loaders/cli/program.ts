import {ClosedCommand} from "./closedCommand.js";
import {help} from "./help.js";
import {verbs} from "./verbs.js";

/** The command line as a whole: every verb, and the one that tells of them. */
export const program = new ClosedCommand("longview")
  .description("Find out whether a programme that people took part in for years did any good.")
  .addHelpText("after", "\nlongview help VERB shows a verb's options, its exit codes and an example.")
  .helpCommand(false);

for (const verb of [...verbs, help]) program.addCommand(verb);
