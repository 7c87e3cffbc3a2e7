import type {Language} from "../../src/words/language.js";
import {policyFor} from "../disclosure/policy.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import type {ReleaseContext} from "./releaseModule.js";

/** Asks something of a study's warehouse, and closes it whatever comes. */
export async function openStudy<T>(
  folder: string,
  ask: (context: ReleaseContext) => Promise<T>,
  options: {readonly language?: Language} = {}
): Promise<T> {
  const study = await readStudy(folder, options);
  const policy = policyFor(study);
  const warehouse = await openWarehouse(study);
  try {
    return await ask({study, warehouse, policy});
  } finally {
    warehouse.close();
  }
}
