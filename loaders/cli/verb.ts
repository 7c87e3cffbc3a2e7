import {Command} from "commander";

export interface VerbWords {
  readonly name: string;
  readonly does: string;
  /** a whole command line, without the program's name */
  readonly example: string;
}

/** A verb of the command line; its options are added to it, its action answers with the exit code. */
export function verb({name, does, example}: VerbWords): Command {
  return new Command(name)
    .description(does)
    .showSuggestionAfterError()
    .addHelpText("after", `\nExample:\n  npx longview ${example}`);
}
