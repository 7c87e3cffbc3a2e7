/** The command line. Exit code 0: done; 1: refused or failed, on standard error why; 2: asked wrongly; a verb's own from 3. */
import {Command, CommanderError} from "commander";
import {verbs} from "./cli/verbs.js";

const program = new Command("longview")
  .description("Find out whether a programme that people took part in for years did any good.")
  .addHelpText("after", "\nlongview help VERB shows a verb's options, its exit codes and an example.")
  .helpCommand("help [verb]", "show a verb's options and an example")
  .exitOverride();

for (const verb of verbs) program.addCommand(verb.copyInheritedSettings(program));

// who reads only the first lines closes the pipe
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const {tellFailure} = await import("./cli/tellFailure.js");
    process.exitCode = tellFailure(error, {json: process.argv.includes("--json")});
  }
}
