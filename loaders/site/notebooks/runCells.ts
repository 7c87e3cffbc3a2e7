import type {Cell, Notebook} from "@observablehq/notebook-kit";
import * as Plot from "@observablehq/plot";
import * as aq from "arquero";
import * as d3 from "d3";
import {element} from "../../../src/components/parts/element.js";
import * as engine from "../../../src/notebook/engine.js";
import * as figures from "../../../src/notebook/figures.js";
import {comparisonOf} from "../../../src/notebook/comparisonOf.js";
import {compileCell, type CompiledCell} from "../../../src/notebook/compileCell.js";
import {inWords} from "../../../src/notebook/inWords.js";
import {nameParts} from "../../../src/notebook/nameParts.js";
import {show} from "../../../src/notebook/show.js";
import {describe, tablesOf, type Published} from "../../../src/notebook/tables.js";

/** A cell and what it shows. */
export interface RunCell {
  readonly mode: Cell["mode"];
  readonly value: string;
  readonly shown: boolean;
  readonly pinned: boolean;
  /** markup; of a Markdown cell, its text with its values in place */
  readonly output: string;
  /** of a Markdown cell, its text and its values in turn */
  readonly pieces?: readonly string[];
}

export interface RunNotebook {
  readonly title: string;
  readonly cells: readonly RunCell[];
}

/** without types of its own */
const untyped: string = "@observablehq/inputs";
const Inputs = (await import(untyped)) as object;

const estimators = new Map(Object.entries(engine as unknown as Record<string, (...given: unknown[]) => unknown>));

type Shown = Pick<RunCell, "output" | "pieces">;
type Ready = CompiledCell & {readonly cell: Cell};

/**
 * Runs a notebook once, each cell after those whose names it uses.
 *
 * @throws {Error} naming the cell, if one fails or waits for a name that none gives
 */
export async function runCells(
  {title, cells}: Notebook,
  published: Published,
  database: () => Promise<unknown>
): Promise<RunNotebook> {
  const known = new Map<string, unknown>(Object.entries({...builtins(published), display: null, view: null}));
  const shown = new Map<number, Shown>();
  let waiting: Ready[] = cells.filter(({value}) => value.trim() !== "").map((cell) => ({cell, ...compiled(cell)}));
  while (waiting.length > 0) {
    const given = new Set(waiting.flatMap(({outputs, output}) => (output === undefined ? outputs : [output])));
    const ready = waiting.filter(({inputs}) => inputs.every((name) => !given.has(name)));
    if (ready.length === 0) throw new Error(`cells wait for one another: ${[...given].join(", ")}`);
    for (const one of ready) shown.set(one.cell.id, await run(one, known, database));
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return {
    title,
    cells: cells.map(({id, mode, value, hidden, pinned}) => ({
      mode,
      value,
      pinned,
      shown: !hidden,
      ...(shown.get(id) ?? {output: ""})
    }))
  };
}

function builtins(published: Published): Record<string, unknown> {
  const md = (strings: readonly string[], ...values: readonly unknown[]): string => piecesOf(strings, values).join("");
  return {
    ...engine,
    ...figures,
    Plot,
    d3,
    aq,
    Inputs,
    md,
    describe,
    tables: tablesOf(published),
    study: published.study,
    comparison: (link: string) => comparisonOf(published, link),
    width: 680,
    background: async (name: string, ...parameters: unknown[]) => estimators.get(name)?.(...parameters)
  };
}

function piecesOf(strings: readonly string[], values: readonly unknown[]): string[] {
  return strings.flatMap((part, i) => (i < values.length ? [part, inText(values[i])] : [part]));
}

function compiled(cell: Cell): CompiledCell {
  try {
    return compileCell(cell);
  } catch (error) {
    throw new Error(`cell ${cell.id}: ${(error as Error).message}`, {cause: error});
  }
}

async function run(
  {cell, body, inputs, outputs, output, autodisplay}: Ready,
  known: Map<string, unknown>,
  database: () => Promise<unknown>
): Promise<Shown> {
  const parts: string[] = [];
  let pieces: readonly string[] = [];
  const display = (value: unknown): unknown => {
    parts.push(markupOf(value, cell.id));
    return value;
  };
  const view = (input: {value: unknown}): unknown => (display(input) as {value: unknown}).value;
  const md = (strings: readonly string[], ...values: readonly unknown[]): string => {
    pieces = piecesOf(strings, values);
    return pieces.join("");
  };
  const own: Readonly<Record<string, unknown>> = {display, view, ...(cell.mode === "md" ? {md} : {})};
  try {
    const given = await Promise.all(
      inputs.map((name) => {
        if (name === "db") return database();
        if (Object.hasOwn(own, name)) return own[name];
        if (known.has(name)) return known.get(name);
        if (name in globalThis) return (globalThis as Readonly<Record<string, unknown>>)[name];
        throw new ReferenceError(`${name} is not defined`);
      })
    );
    const value = await body(...given);
    if (output !== undefined) known.set(output, value);
    for (const name of outputs) known.set(name, (value as Readonly<Record<string, unknown>>)[name]);
    if (cell.mode === "md") parts.push(String(value));
    else if (autodisplay) display(value);
  } catch (error) {
    throw new Error(`cell ${cell.id}: ${(error as Error).message}`, {cause: error});
  }
  const markup = parts.join("\n");
  return cell.mode === "md" && markup === pieces.join("") ? {output: markup, pieces} : {output: markup};
}

function markupOf(value: unknown, place: number): string {
  const shown =
    value instanceof Element
      ? value
      : (show(value, document) ?? element(document, "pre", {class: "cell-value", tabindex: 0}, inWords(value)));
  const output = element(document, "div", {}, shown);
  nameParts(output, place);
  return output.innerHTML;
}

function inText(value: unknown): string {
  return value instanceof Element ? value.outerHTML : String(value);
}
