import type {Method} from "../../loaders/estimate/defineMethod.js";
import {InvalidArgument} from "../stats/errors/invalidArgument.js";
import {parseFormula} from "../stats/formula/parseFormula.js";
import {randomTerms} from "../stats/formula/randomTerms.js";
import type {Data} from "./columnsOf.js";
import {columnsOf} from "./columnsOf.js";
import {Fit} from "./fit.js";

export type Options = Readonly<Record<string, unknown>>;
export type FromFormula = (formula: string, table: Data, options?: Options) => Fit;
export type FromTable = (table: Data, options: Options) => Fit;
export type FromOptions = (options: Options) => Fit;

/** A method of `estimate` for cells: the same options under the same rules, the same digits. */
export function fromFormula(name: string, method: Method): FromFormula {
  return named(name, (formula: string, table: Data, options: Options = {}, ...more: unknown[]) => {
    if (typeof formula !== "string") throw asked(name, "a formula", "a formula, a table, then options by name");
    if (!isNamed(options) || more.length > 0)
      throw asked(name, "options", `a formula, a table, then options by name: ${name}(formula, table, {level: 0.9})`);
    return run(name, method, {formula, ...spelledOut(formula, options)}, table);
  });
}

export function fromTable(name: string, method: Method): FromTable {
  return named(name, (table: Data, options: Options, ...more: unknown[]) => {
    const order = `a table, then options by name: ${name}(table, {…})`;
    if (typeof table === "string") throw asked(name, "a table", order);
    if (!isNamed(options) || more.length > 0) throw asked(name, "options", order);
    return run(name, method, options, table);
  });
}

export function fromOptions(name: string, method: Method): FromOptions {
  return named(name, (options: Options, ...more: unknown[]) => {
    if (!isNamed(options) || more.length > 0) throw asked(name, "options", `options by name alone: ${name}({…})`);
    return run(name, method, options, {});
  });
}

/** As a cell shows it and messages call it. */
function named<Call extends (...parameters: never[]) => Fit>(name: string, call: Call): Call {
  return Object.defineProperty(call, "name", {value: name});
}

function asked(name: string, what: string, takes: string): InvalidArgument {
  return new InvalidArgument(`${name} was not given ${what} at that place; it takes ${takes}`);
}

function isNamed(options: unknown): options is Options {
  return typeof options === "object" && options !== null && !Array.isArray(options);
}

function run(name: string, method: Method, options: Options, table: Data): Fit {
  return new Fit(method({method: name, ...options}, columnsOf(table)));
}

/** "CR2" alone clusters by `cluster`, else by the first factor after the bar. */
function spelledOut(formula: string, {cluster, ...options}: Options): Options {
  const {vcov: type} = options;
  if (typeof type !== "string" || !type.startsWith("CR"))
    return cluster === undefined ? options : {cluster, ...options};
  const by = cluster ?? parseFormula(randomTerms(formula).fixed).effects[0]?.[0];
  if (by === undefined) throw new InvalidArgument(`missing cluster; ${type} needs the column that rows are grouped by`);
  return {...options, vcov: {cluster: by, type}};
}
