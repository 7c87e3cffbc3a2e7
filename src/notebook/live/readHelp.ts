import type {Documented} from "./codeEditor.js";

/** What completion knows: docstrings, and the columns of each table. */
export interface Help {
  readonly docs: readonly Documented[];
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

let help: Promise<Help> | undefined;

/** Read with the first cell that is edited. */
export function readHelp(): Promise<Help> {
  return (help ??= fetch(new URL("help.json", import.meta.url)).then((answer) => answer.json() as Promise<Help>));
}
