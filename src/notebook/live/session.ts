/** The cells at work: each compiled and defined in Notebook Kit's runtime, and again whenever it is run. */
import type {Cell} from "@observablehq/notebook-kit";
import type {DefineState} from "@observablehq/notebook-kit/runtime";
import {NotebookRuntime, observe} from "@observablehq/notebook-kit/runtime";
import {compileCell} from "../compileCell.js";
import type {Failure} from "./failureOf.js";
import {failureOf} from "./failureOf.js";

export type Status = "not run" | "runs" | "done" | "failed" | "stopped";

export interface SessionOptions {
  /** what a cell has at hand, by name */
  builtins: Readonly<Record<string, () => unknown>>;
  /** addresses of the modules that a cell may import by name */
  modules: Readonly<Record<string, string>>;
  onStatus: (id: number, status: Status, failure: Failure | null) => void;
}

/** a variable of the runtime, as far as it tells what it is */
interface Held {
  readonly _name: string | null;
  readonly _value: unknown;
}

export class Session {
  readonly #options: SessionOptions;
  #notebook: NotebookRuntime;
  readonly #states = new Map<number, DefineState>();
  readonly #uses = new Map<number, {inputs: readonly string[]; gives: readonly string[]}>();
  readonly #failed = new Set<number>();
  /** cells that ran well and give a name that another cell gives too */
  readonly #twice = new Set<number>();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#notebook = new NotebookRuntime({...options.builtins});
  }

  /** Every name that a cell gives, and what it is now. */
  get variables(): ReadonlyMap<string, unknown> {
    const given = new Set([...this.#uses.values()].flatMap(({gives}) => gives));
    const all = [...this.#states.values()].flatMap(({variables}) => variables as unknown as Held[]);
    return new Map(all.flatMap(({_name, _value}) => (_name !== null && given.has(_name) ? [[_name, _value]] : [])));
  }

  run(cell: Cell, root: HTMLDivElement): void {
    const {onStatus} = this.#options;
    this.remove(cell.id);
    onStatus(cell.id, "runs", null);
    if (cell.value.trim() === "") {
      root.replaceChildren();
      onStatus(cell.id, "done", null);
      return;
    }
    try {
      const definition = compileCell(cell, this.#options.modules);
      const {inputs, outputs, output} = definition;
      this.#uses.set(cell.id, {inputs, gives: output === undefined ? outputs : [output]});
      for (const other of this.#uses.keys()) if (other !== cell.id && this.#shared(other)) this.#done(other);
      const state: DefineState = {root, expanded: [], variables: []};
      this.#states.set(cell.id, state);
      this.#notebook.define(state, {id: cell.id, ...definition}, (...of) => {
        const observer = observe(...of);
        // a variable that is deleted is worked out once more, to undefined, and would write that over what came after it
        const current = (): boolean => this.#states.get(cell.id) === state;
        return {
          _node: root,
          pending: () => {
            if (!current()) return;
            observer.pending();
            onStatus(cell.id, "runs", null);
          },
          fulfilled: (value: unknown) => {
            if (!current()) return;
            observer.fulfilled(value);
            this.#done(cell.id);
          },
          rejected: (error: unknown) => {
            if (current()) this.#fail(cell, error);
          }
        } as unknown as ReturnType<typeof observe>;
      });
    } catch (error) {
      this.#fail(cell, error);
    }
  }

  /** Forgets a cell; what uses its names waits for them. */
  remove(id: number): void {
    for (const variable of this.#states.get(id)?.variables ?? []) variable.delete();
    for (const known of [this.#states, this.#uses, this.#failed, this.#twice]) known.delete(id);
    for (const other of this.#twice) if (this.#shared(other) === undefined) this.#done(other);
  }

  /** Ends all that runs; what was shown stays. */
  stop(): void {
    this.#notebook.runtime.dispose();
    for (const id of this.#states.keys()) this.#options.onStatus(id, "stopped", null);
    this.#states.clear();
    this.#notebook = new NotebookRuntime({...this.#options.builtins});
  }

  /** The runtime tells only those who use a name that it is given twice; here the cells that give it are told. */
  #done(id: number): void {
    const name = this.#shared(id);
    if (name === undefined) {
      for (const known of [this.#failed, this.#twice]) known.delete(id);
      this.#options.onStatus(id, "done", null);
      return;
    }
    for (const known of [this.#failed, this.#twice]) known.add(id);
    const message = `${name} is defined in another cell too; give one of them another name`;
    this.#options.onStatus(id, "failed", {line: null, message});
  }

  /** A name that a cell gives and another gives too. */
  #shared(id: number): string | undefined {
    const others = new Set([...this.#uses].flatMap(([other, {gives}]) => (other === id ? [] : gives)));
    return this.#uses.get(id)?.gives.find((name) => others.has(name));
  }

  #fail(cell: Cell, error: unknown): void {
    this.#failed.add(cell.id);
    const waits = this.#waitsFor(cell.id);
    if (waits !== undefined) {
      this.#options.onStatus(cell.id, "failed", {line: null, message: `waits for ${waits}, whose cell failed`});
      return;
    }
    const names = [...Object.keys(this.#options.builtins), ...this.variables.keys()];
    this.#options.onStatus(cell.id, "failed", failureOf(error, cell, names));
  }

  /** The name that a cell uses of one that failed. */
  #waitsFor(id: number): string | undefined {
    const lost = new Set(
      [...this.#failed].filter((other) => other !== id).flatMap((other) => this.#uses.get(other)?.gives ?? [])
    );
    return this.#uses.get(id)?.inputs.find((name) => lost.has(name));
  }
}
