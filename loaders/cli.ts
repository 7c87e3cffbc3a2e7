/** The command line. Exit code 0: done; 1: refused or failed, on standard error why; 2: asked wrongly; a verb's own from 3. */
import {CommanderError} from "commander";
import {program} from "./cli/program.js";

// who reads only the first lines closes the pipe
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  const json = process.argv.includes("--json");
  if (!(error instanceof CommanderError)) {
    const {tellFailure} = await import("./cli/tellFailure.js");
    process.exitCode = tellFailure(error, {json});
  } else if (error.exitCode !== 0) {
    process.exitCode = 2;
    if (json) process.stdout.write(`${JSON.stringify({refused: error.message, violations: []})}\n`);
  }
}
