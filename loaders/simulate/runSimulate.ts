import {nearestName} from "../../src/stats/errors/nearestName.js";
import {checkParameter} from "./checkParameter.js";
import type {ParameterName, Parameters} from "./parameters.js";
import {nullKinds, nullParameters, parameters as truth} from "./parameters.js";
import {writeSimulation} from "./writeSimulation.js";

export interface SimulateOptions {
  readonly out: string;
  readonly seed: number;
  readonly null?: string;
  /** offices of the default study's size */
  readonly scale: number;
  /** parameters otherwise than in parameters.ts: name=value */
  readonly set: readonly string[];
}

/** `simulate`: writes a whole study folder. */
export async function runSimulate(values: SimulateOptions): Promise<number> {
  const {out, seed, scale: offices} = values;
  const progress = (written: number): void => {
    if (offices > 1) process.stderr.write(`\r${written} of ${offices} offices${written === offices ? "\n" : ""}`);
  };
  const parameters = chooseParameters(values.null, values.set);
  await writeSimulation(out, {seed, parameters, offices, progress});
  process.stdout.write(`${out}: a simulated study, seed ${seed}\n`);
  return 0;
}

function chooseParameters(kind: string | undefined, changes: readonly string[]): Parameters {
  const known = nullKinds.find((one) => one === kind);
  if (kind !== undefined && !known) throw new RangeError(`invalid null; not one of ${nullKinds.join(", ")}: ${kind}`);
  const chosen: Record<string, number> = {...(known ? nullParameters(known) : truth)};
  const set = new Set<string>();
  for (const change of changes) {
    const {name = "", text = ""} = /^(?<name>[^=]*)(?:=(?<text>.*))?$/s.exec(change)?.groups ?? {};
    const value = Number(text);
    if (!Object.hasOwn(truth, name)) {
      const near = nearestName(name, Object.keys(truth));
      const hint = near === undefined ? "they are in loaders/simulate/parameters.ts" : `did you mean ${near}?`;
      throw new RangeError(`no such parameter: ${name}; ${hint}`);
    }
    if (text.trim() === "" || !Number.isFinite(value))
      throw new RangeError(
        `invalid ${name}; not a number: ${text}; write it as ${name}=${truth[name as ParameterName]}`
      );
    if (set.has(name)) throw new RangeError(`invalid ${name}; set twice; keep one`);
    set.add(name);
    checkParameter(name as ParameterName, value);
    chosen[name] = value;
  }
  return chosen as Parameters;
}
