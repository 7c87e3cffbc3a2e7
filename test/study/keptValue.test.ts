import {spawnSync} from "node:child_process";
import {expect, it} from "vitest";
import {isBeingKept} from "../../loaders/study/keptValue.js";

it("isBeingKept(name) knows what a process that is there writes: another that published the same took it away", () => {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const draft = (writer: number): string => `0a-1b.kept.${writer}.01234567-89ab-cdef-0123-456789abcdef`;
  expect(isBeingKept(draft(process.pid))).toBe(true);
  for (const name of [draft(gone), "0a-1b.kept", "other"]) expect(isBeingKept(name), name).toBe(false);
});
