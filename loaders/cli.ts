/** The command line. Exit code 0: done; 1: refused or failed, on standard error why; 2: asked wrongly; a verb's own from 3. */
import {Command, CommanderError} from "commander";
import {tellFailure} from "./cli/tellFailure.js";
import {verbs} from "./cli/verbs.js";

const program = new Command("longview")
  .description("Find out whether a programme that people took part in for years did any good.")
  .addHelpText("after", "\nlongview help VERB shows a verb's options, its exit codes and an example.")
  .helpCommand("help [verb]", "show a verb's options and an example")
  .exitOverride();

for (const verb of verbs) program.addCommand(verb.copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = tellFailure(error, {json: process.argv.includes("--json")});
}
