/** The departments that a published unit is made of: those too small to be shown alone are taken together. */
export const departmentsIn = (unit: string): readonly string[] => unit.split("+");

/** How many units are published, and of how many departments they are made. */
export function unitsAndDepartments(ids: Iterable<unknown>): {readonly units: number; readonly departments: number} {
  const units = [...new Set([...ids].map(String))];
  return {units: units.length, departments: units.flatMap(departmentsIn).length};
}
