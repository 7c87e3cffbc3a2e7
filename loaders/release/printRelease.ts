import {AuditError, auditRelease} from "../disclosure/auditRelease.js";
import {behindOf} from "../disclosure/behind.js";
import {loadSolver} from "../disclosure/loadSolver.js";
import {printReleased} from "../disclosure/released.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import {controlRelease} from "./controlRelease.js";
import {make} from "./make.js";
import type {ReleaseModule} from "./releaseModule.js";

/**
 * What a data loader does: makes one module of the study in the environment's LONGVIEW_STUDY and prints it, once the
 * audit of all tables and of it has passed.
 */
export async function printRelease<T>(module: ReleaseModule<T>): Promise<void> {
  const study = await readStudy(process.env.LONGVIEW_STUDY ?? "data/fujitsu-ssl");
  const warehouse = await openWarehouse(study);
  try {
    const {context, tables, past} = await controlRelease(study, warehouse);
    const released = await make(module, context);
    if (!released) throw new RangeError(`${study.name} has no ${module.name}; it needs ${module.needs.join(", ")}`);
    const told = auditRelease(behindOf([...tables.values(), released]), {
      policy: context.policy,
      past,
      solve: await loadSolver()
    });
    if (told.length > 0) throw new AuditError(told);
    process.stdout.write(printReleased(released));
  } finally {
    warehouse.close();
  }
}
