/** Whether more than half of a column's values are keys of persons that another file has. */
export const areKnown = (values: readonly string[], persons: ReadonlySet<string>): boolean =>
  values.filter((value) => persons.has(value)).length * 2 > values.length;
