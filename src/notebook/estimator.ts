import type {Method} from "../../loaders/estimate/defineMethod.js";
import {InvalidArgument} from "../stats/errors/invalidArgument.js";
import type {Data} from "./columnsOf.js";
import {columnsOf} from "./columnsOf.js";
import {Fit} from "./fit.js";

export type Options = Readonly<Record<string, unknown>>;
export type FromFormula = (formula: string, table: Data, options?: Options) => Fit;
export type FromTable = (table: Data, options: Options) => Fit;
export type FromOptions = (options: Options) => Fit;

/** A method of `estimate` for cells: the same options under the same rules, the same digits. */
export function fromFormula(name: string, method: Method): FromFormula {
  return (formula, table, options = {}) => {
    if (typeof formula !== "string")
      throw new InvalidArgument(`invalid formula; ${name} takes a text first, then a table`);
    return run(name, method, {formula, ...spelledOut(formula, options)}, table);
  };
}

export function fromTable(name: string, method: Method): FromTable {
  return (table, options) => run(name, method, options, table);
}

export function fromOptions(name: string, method: Method): FromOptions {
  return (options) => run(name, method, options, {});
}

function run(name: string, method: Method, options: Options, table: Data): Fit {
  return new Fit(method({method: name, ...options}, columnsOf(table)));
}

/** "CR2" alone clusters by `cluster`, else by the first factor after the bar. */
function spelledOut(formula: string, {cluster, ...options}: Options): Options {
  const {vcov: type} = options;
  if (typeof type !== "string" || !type.startsWith("CR"))
    return cluster === undefined ? options : {cluster, ...options};
  const by = cluster ?? /\|\s*([\w.]+)/.exec(formula.replaceAll(/\([^)]*\)/g, ""))?.[1];
  if (by === undefined) throw new InvalidArgument(`missing cluster; ${type} needs the column that rows are grouped by`);
  return {...options, vcov: {cluster: by, type}};
}
