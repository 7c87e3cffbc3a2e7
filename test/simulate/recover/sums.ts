import type {SimulatedRow} from "../../../loaders/simulate/office.js";

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function total(rows: readonly SimulatedRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
