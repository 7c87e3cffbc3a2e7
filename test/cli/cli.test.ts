import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {verbs} from "../../loaders/cli/verbs.js";

const longview = (...args: string[]): {code: number | null; out: string; err: string} => {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["bin/longview.js", ...args], {encoding: "utf8"});
  return {code: status, out: stdout, err: stderr};
};

describe("longview", () => {
  it("names the nearest verb and option, and ends with 2", () => {
    expect(longview("buidl")).toMatchObject({code: 2, err: expect.stringContaining("Did you mean build?")});
    expect(longview("build", "--stduy", "x")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Did you mean --study?")
    });
  });

  it("refuses an option's value by its rule", () => {
    expect(longview("worlds", "--seeds", "0")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Not a whole number from 1.")
    });
  });

  it("help VERB shows options and an example, and ends with 0", () => {
    const {code, out} = longview("help", "curve");
    expect(code).toBe(0);
    expect(out).toMatch(/--threads <number>[\s\S]*npx longview curve spec\.json --threads 2/);
  });

  it("every verb has a summary, and an example that begins with its name", () => {
    const source = readdirSync("loaders/cli", {encoding: "utf8"})
      .map((file) => readFileSync(`loaders/cli/${file}`, "utf8"))
      .join("\n");
    const bare = verbs.filter(
      (verb) => verb.description() === "" || !new RegExp(`example(:| =)\\s*["']${verb.name()} ?`).test(source)
    );
    expect(bare.map((verb) => verb.name())).toEqual([]);
  });
});
