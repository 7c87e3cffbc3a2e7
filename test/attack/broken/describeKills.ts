import {phases} from "./buildPhase.js";
import type {KillReport} from "./killBuilds.js";

const places = {
  starting: "before it wrote anything",
  reading: "while it read rows into its warehouse",
  making: "while it estimated and audited",
  pages: "while its pages were made",
  "on record": "on record, its site not yet being copied",
  copying: "while its site was copied and shown",
  done: "after its end"
} as const;

/** Where builds were killed, and what must never be that was found after. */
export function describeKills({seconds, kills, wholes, succeeded, leftovers}: KillReport): string[] {
  const rows = phases.map((phase) => {
    const here = kills.filter((one) => one.phase === phase);
    const alone = here.filter(({group}) => !group).length;
    const faults = [...new Set(here.flatMap((one) => one.faults))];
    return `| ${places[phase]} | ${here.length} | ${alone} | ${faults.join("; ") || "none"} |`;
  });
  return [
    "# Builds that were broken",
    "",
    `${kills.length} builds of a small study, each from accounts of its own, killed with -9; a whole build took ` +
      `${seconds.toFixed(0)} s of processor time. After every twentieth, one was let run: ${succeeded} of ${wholes} ended well and showed the ` +
      `accounts as they were; they left ${leftovers} files of killed builds.`,
    "",
    "| killed | builds | of these without what they had started | what must never be |",
    "| --- | --- | --- | --- |",
    ...rows
  ];
}
