/** The command line. Exit code 0: done; 1: refused or failed, on standard error why; 2: asked wrongly. */
import {Command, CommanderError} from "commander";
import {verbs} from "./cli/verbs.js";
import {tellError} from "./study/tellError.js";

const program = new Command("longview")
  .description("Find out whether a programme that people took part in for years did any good.")
  .addHelpText(
    "after",
    "\nExit codes: 0 done, 1 refused or failed, 2 asked wrongly.\nlongview help VERB shows a verb's options and an example."
  )
  .helpCommand("help [verb]", "show a verb's options and an example")
  .exitOverride();

for (const verb of verbs) program.addCommand(verb.copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${tellError(error)}\n`);
    process.exitCode = 1;
  }
}
