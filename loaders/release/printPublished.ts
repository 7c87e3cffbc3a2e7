import {parseArgs} from "node:util";
import {printReleased, type Released} from "../disclosure/released.js";
import {publish} from "./publish.js";

/**
 * What the data loader does for `--table name`: prints it as it was published of the study in the environment's
 * LONGVIEW_STUDY. It takes from what the build takes from, so it prints nothing that the build would refuse.
 */
export async function printPublished(args: readonly string[]): Promise<void> {
  const {values} = parseArgs({args: [...args], options: {table: {type: "string", default: ""}}});
  const published = await publish(process.env.LONGVIEW_STUDY ?? "data/fujitsu-ssl");
  const all = new Map<string, Released<unknown>>(published.tables);
  all.set("study", published.report).set("findings", published.findings);
  const released = all.get(values.table);
  if (!released) {
    throw new RangeError(
      `invalid --table; ${published.study.name} publishes ${[...all.keys()].join(", ")}: ${values.table}`
    );
  }
  process.stdout.write(printReleased(released));
}
