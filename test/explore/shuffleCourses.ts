import {valuesOf, labelsOf, type Grain} from "../../src/explore/grain.js";
import {random} from "../../src/stats/random.js";

/** The grain with some measures' whole courses exchanged among units of one line, each measure by an exchange of its own. */
export function shuffleCourses(grain: Grain, names: readonly string[], seed: number): Grain {
  const unit = labelsOf(grain, grain.unit);
  const line = labelsOf(grain, grain.line);
  const year = valuesOf(grain, grain.time ?? "");
  const rows = new Map<string, Map<number, number>>();
  unit.forEach((name, row) => rows.set(name, (rows.get(name) ?? new Map<number, number>()).set(year[row]!, row)));
  const lines = new Map<string, string[]>();
  for (const [name, own] of rows) {
    const of = line[own.values().next().value!]!;
    lines.set(of, [...(lines.get(of) ?? []), name]);
  }
  const shuffled = names.map((name, k) => {
    const {below} = random(seed).stream(`${name} ${k}`);
    const values = valuesOf(grain, name);
    const result = Float64Array.from(values);
    for (const members of lines.values()) {
      const order = members.map((_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      members.forEach((to, i) => {
        for (const [at, row] of rows.get(to)!)
          result[row] = values[rows.get(members[order[i]!]!)!.get(at) ?? -1] ?? NaN;
      });
    }
    return [name, result] as const;
  });
  return {...grain, columns: {...grain.columns, ...Object.fromEntries(shuffled)}};
}
