import {policyFor} from "../disclosure/policy.js";
import {printReleased} from "../disclosure/released.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import {make} from "./make.js";
import type {ReleaseModule} from "./releaseModule.js";

/** What a data loader does: makes one module of the study in the environment's LONGVIEW_STUDY and prints it. */
export async function printRelease<T>(module: ReleaseModule<T>): Promise<void> {
  const study = await readStudy(process.env.LONGVIEW_STUDY ?? "data/fujitsu-ssl");
  const warehouse = await openWarehouse(study);
  try {
    const released = await make(module, {study, warehouse, policy: policyFor(study)});
    if (!released) throw new RangeError(`${study.name} has no ${module.name}; it needs ${module.needs.join(", ")}`);
    process.stdout.write(printReleased(released));
  } finally {
    warehouse.close();
  }
}
