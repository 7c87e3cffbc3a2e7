import type {Cell} from "@observablehq/notebook-kit";
import {nearestName} from "../../stats/errors/nearestName.js";

/** What went wrong in a cell, where, and what may help. */
export interface Failure {
  /** counted from 1; null where the cell's own code is not at fault */
  readonly line: number | null;
  readonly message: string;
}

/** @param names  what a cell can use, for the one that was meant */
export function failureOf(error: unknown, cell: Cell, names: readonly string[]): Failure {
  const {message, stack} = error instanceof Error ? error : {message: String(error), stack: ""};
  const line = lineParsed(error);
  // the parser puts its place behind its words
  if (line !== null) return {line, message: assigned(message.replace(/ \(\d+:\d+\)$/, ""))};
  const missing = undefinedName(error);
  const meant = missing && !(missing in elsewhere) ? nearestName(missing, names) : undefined;
  return {
    line: missing ? lineWith(missing, cell.value) : lineIn(stack ?? "", cell),
    message: meant ? `${message}; did you mean ${meant}?` : instead(missing, message)
  };
}

/** What browsers say of a request that failed, the one that a page's policy refuses among them. */
const failedRequests = ["Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed"];

/** What other notebooks have under a name, and what takes its place here. */
const elsewhere: Readonly<Record<string, string>> = {
  DuckDBClient: "add an SQL cell",
  FileAttachment: "released tables are at hand as tables.<name>; other data go into a cell",
  require: "import what is at hand by name: longview, d3, arquero, htl",
  sql: "add an SQL cell",
  tex: "formulas are not set here; write them as text"
};

/** A message that only the runtime understands, as what a reader can do. */
function instead(missing: string | undefined, message: string): string {
  if (missing !== undefined && missing in elsewhere) return `${message} here; ${elsewhere[missing]}`;
  if (failedRequests.includes(message))
    return "the request failed; a notebook may ask this site alone, never another. Put the data into a cell instead";
  if (message === "circular definition") return "this cell uses a name that is itself made from what this cell gives";
  return message;
}

/** Where the parser stopped; Notebook Kit's own checks say it in their words alone. */
function lineParsed(error: unknown): number | null {
  if (!(error instanceof SyntaxError)) return null;
  if ("loc" in error) return (error.loc as {readonly line: number}).line;
  const told = /\((\d+):\d+\)$/.exec(error.message)?.[1];
  return told === undefined ? null : Number(told);
}

/** A name that is given a value without being defined, as other notebooks allow it: what to write instead. */
function assigned(message: string): string {
  const name = /^Assignment to external variable '(.+)'$/.exec(message)?.[1];
  return name === undefined ? message : `${name} is not defined in this cell; write const ${name} = … to define it`;
}

/** by the browser's engine, and by the notebook's runtime for what no cell defines */
const undefinedErrors = ["ReferenceError", "RuntimeError"];

/** Neither says the name apart from its words. */
function undefinedName(error: unknown): string | undefined {
  if (!(error instanceof Error) || !undefinedErrors.includes(error.name)) return undefined;
  return /^(\w+) is not defined$/.exec(error.message)?.[1];
}

function lineWith(name: string, code: string): number | null {
  const at = code.split("\n").findIndex((line) => new RegExp(`\\b${name}\\b`).test(line));
  return at < 0 ? null : at + 1;
}

/** Evaluated, a cell has one line before its own, an expression two. */
function lineIn(stack: string, {id, value}: Cell): number | null {
  const told = new RegExp(`cell-${id}\\.js:(\\d+)`).exec(stack)?.[1];
  if (told === undefined) return null;
  const lines = value.trimEnd().split("\n").length;
  const expression =
    /\n\s+at [^\n]*/.test(stack) && !/^\s*(const|let|var|function|class|for|if|import|\{)/m.test(value);
  const line = Number(told) - (expression ? 2 : 1);
  return line >= 1 && line <= lines ? line : null;
}
