import {parseArgs} from "node:util";
import {checkParameter} from "./checkParameter.js";
import {committedSeed} from "./committedSeed.js";
import type {ParameterName, Parameters} from "./parameters.js";
import {nullKinds, nullParameters, parameters as truth} from "./parameters.js";
import {writeSimulation} from "./writeSimulation.js";

/** `simulate`: writes a whole study folder. */
export async function runSimulate(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      out: {type: "string"},
      seed: {type: "string", default: String(committedSeed)},
      null: {type: "string"},
      scale: {type: "string", default: "1"},
      set: {type: "string", multiple: true, default: []}
    }
  });
  const {out, seed, scale} = values;
  if (out === undefined) throw new RangeError("simulate needs --out DIR");
  const offices = Number(scale);
  const progress = (written: number): void => {
    if (offices > 1) process.stderr.write(`\r${written} of ${offices} offices${written === offices ? "\n" : ""}`);
  };
  const parameters = chooseParameters(values.null, values.set);
  await writeSimulation(out, {seed: Number(seed), parameters, offices, progress});
  process.stdout.write(`${out}: a simulated study, seed ${seed}\n`);
  return 0;
}

function chooseParameters(kind: string | undefined, changes: readonly string[]): Parameters {
  const known = nullKinds.find((one) => one === kind);
  if (kind !== undefined && !known) throw new RangeError(`invalid null; not one of ${nullKinds.join(", ")}: ${kind}`);
  const chosen: Record<string, number> = {...(known ? nullParameters(known) : truth)};
  for (const change of changes) {
    const [name = "", text = ""] = change.split("=");
    const value = Number(text);
    if (!Object.hasOwn(truth, name))
      throw new RangeError(`no such parameter: ${name}; see loaders/simulate/parameters.ts`);
    if (text === "" || !Number.isFinite(value)) throw new RangeError(`invalid ${name}; not a number: ${text}`);
    checkParameter(name as ParameterName, value);
    chosen[name] = value;
  }
  return chosen as Parameters;
}
