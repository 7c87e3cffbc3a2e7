/** What is done to a release's cells beyond their own rules, so that none of them tells of another or of too few. */
export interface Control {
  /** names of cells that are withheld */
  readonly hidden: ReadonlySet<string>;
  /** by how much the steps of a column are widened, by its name */
  readonly coarser: ReadonlyMap<string, number>;
}

export const uncontrolled: Control = {hidden: new Set(), coarser: new Map()};

/** Names a column within a release. */
export const columnName = ({table, column}: {readonly table: string; readonly column: string}): string =>
  `${table} / ${column}`;
