import type {Cell} from "@observablehq/notebook-kit";
import {transpile} from "@observablehq/notebook-kit";
import {modulesFor} from "./modulesFor.js";

export interface CompiledCell {
  readonly body: (...inputs: unknown[]) => unknown;
  /** the names that the cell uses, in the order of the body's parameters */
  readonly inputs: string[];
  /** the names that it gives */
  readonly outputs: string[];
  /** the one name under which its value goes, where it has one */
  readonly output?: string;
  /** whether its value is shown */
  readonly autodisplay: boolean;
}

/**
 * A cell as a function of what it uses. An SQL cell gives its rows, not a control to choose among them.
 *
 * @param modules  addresses of the modules that a cell may import by name
 * @throws {SyntaxError} if it is no code
 */
export function compileCell(cell: Cell, modules: Readonly<Record<string, string>> = {}): CompiledCell {
  const {body, inputs = [], outputs = [], output, autodisplay = false} = transpile(cell, {resolveLocalImports: true});
  const rows = cell.mode === "sql";
  const code = rows ? body.replace(".then(Inputs.table)", "").replace(/^(async )?\([^)]*\)/, withoutInputs) : body;
  return {
    // what a notebook is; only its pages allow it
    // oxlint-disable-next-line no-eval
    body: globalThis.eval(`(${modulesFor(code, modules)})\n//# sourceURL=cell-${cell.id}.js`) as CompiledCell["body"],
    inputs: rows ? inputs.filter((name) => name !== "Inputs") : inputs,
    outputs,
    output: rows ? cell.output : output,
    autodisplay
  };
}

/** The head of a function without `Inputs` among its parameters. */
function withoutInputs(head: string): string {
  return head.replace(/Inputs,\s*|,\s*Inputs(?=[,)])|(?<=\()Inputs(?=\))/, "");
}
