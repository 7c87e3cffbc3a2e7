/** The two names of a formula "y ~ group". */
export function twoSidesOf(formula: string): {readonly y: string; readonly group: string} {
  const match = /^\s*([^~]+?)\s*~\s*(?:factor\(\s*)?([^~()]+?)\s*\)?\s*$/.exec(formula);
  if (!match) throw new RangeError(`invalid formula; not "y ~ group": ${formula}`);
  return {y: match[1]!, group: match[2]!};
}
