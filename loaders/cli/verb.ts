import type {Command} from "commander";
import {ClosedCommand} from "./closedCommand.js";

export interface VerbWords {
  readonly name: string;
  readonly does: string;
  /** a whole command line, without the program's name */
  readonly example: string;
  /** what its exit codes mean, where they mean more than with every verb */
  readonly exits?: Readonly<Record<number, string>>;
}

const everyVerb = {0: "done", 1: "refused or failed", 2: "asked wrongly"};

/** A verb of the command line; its options are added to it, its action answers with the exit code. */
export function verb({name, does, example, exits = {}}: VerbWords): Command {
  return new ClosedCommand(name)
    .description(does)
    .addHelpText("after", `\nExit codes: ${inWords({...everyVerb, ...exits})}.\n\nExample:\n  npx longview ${example}`)
    .action((_options, asked: Command) => {
      const own = asked.commands.map((one) => one.name()).join(", ");
      asked.error(`error: ${name} is followed by one of its verbs: ${own}`);
    });
}

function inWords(exits: Readonly<Record<number, string>>): string {
  return Object.entries(exits)
    .map(([code, means]) => `${code} ${means}`)
    .join(", ");
}
