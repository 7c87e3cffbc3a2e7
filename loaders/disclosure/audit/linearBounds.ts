/**
 * Between what a withheld cell lies, given everything that is published of its statistic jointly: one linear programme
 * for each end.
 *
 * Model     a variable for every part that groups are made from: its persons, or its total of the measure; each published
 *           group's sum lies within what its rounding allows, each part's total within persons times the range; a number
 *           that is withheld as too small is known to be below the minimum, any other to be no less
 * Estimand  least and greatest sum over the withheld group's parts
 * Source    Hundepool et al. (2012), ch. 4.2: audit of protection; solver: HiGHS
 * Not here  statistics tied to one another (persons and totals are bounded apart, persons taken as known for totals)
 */
import {isShown, knownCount} from "../publishedCell.js";
import type {PublishedCell} from "../publishedCell.js";

/** Solves a linear programme in the LP file format. */
export type Solve = (problem: string) => {readonly Status: string; readonly ObjectiveValue: number};

/** @throws {RangeError} if the published intervals contradict one another, or the solver stops without an optimum */
export function linearBounds(
  withheld: PublishedCell,
  linked: readonly PublishedCell[],
  solve: Solve
): readonly [number, number] {
  const persons = new Map(linked.flatMap(({parts}) => [...parts]));
  const index = new Map([...persons.keys()].map((part, i) => [part, i]));
  const sum = ({parts}: PublishedCell): string => [...parts.keys()].map((part) => `x${index.get(part)}`).join(" + ");
  const scale = ({kind, persons: n}: PublishedCell): number => (kind === "count" ? 1 : n);
  const counted = withheld.kind === "count";
  const known = linked.filter((cell) => cell.parts.size > 0 && (counted || isShown(cell)));
  const constraints = known.flatMap((cell, i) => {
    const [low, high] = counted ? knownCount(cell) : [cell.low * scale(cell), cell.high * scale(cell)];
    return [
      ` a${i}: ${sum(cell)} >= ${number(low)}`,
      ...(high < Infinity ? [` b${i}: ${sum(cell)} <= ${number(high)}`] : [])
    ];
  });
  const [minimum, maximum] = withheld.range;
  const bounds = Array.from(persons, ([part, n]) =>
    counted ? ` x${index.get(part)} >= 0` : ` ${number(minimum * n)} <= x${index.get(part)} <= ${number(maximum * n)}`
  );
  const end = (direction: "Minimize" | "Maximize"): number => {
    const problem = [
      direction,
      ` goal: ${sum(withheld)}`,
      "Subject To",
      ...constraints,
      "Bounds",
      ...bounds,
      "End",
      ""
    ];
    const {Status, ObjectiveValue} = solve(problem.join("\n"));
    if (Status === "Unbounded") return direction === "Minimize" ? -Infinity : Infinity;
    if (Status !== "Optimal") {
      throw new RangeError(`no bounds for ${withheld.table} ${withheld.row}; the solver says ${Status}`);
    }
    return ObjectiveValue / scale(withheld);
  };
  return [end("Minimize"), end("Maximize")];
}

/** Twelve digits, widened by rounding alone far less than any published step. */
const number = (value: number): string => value.toPrecision(12);
