import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {verbs} from "../../loaders/cli/verbs.js";

const longview = (...args: string[]): {code: number | null; out: string; err: string} => {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["bin/longview.js", ...args], {encoding: "utf8"});
  return {code: status, out: stdout, err: stderr};
};

function helpOf(verb: (typeof verbs)[number]): string {
  let said = "";
  verb.configureOutput({writeOut: (text) => void (said += text)}).outputHelp();
  return said;
}

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

  it("every verb's help says what its exit codes mean", () => {
    const silent = verbs.filter((verb) => !/Exit codes: 0 .*, 1 .*, 2 asked wrongly/.test(helpOf(verb)));
    expect(silent.map((verb) => verb.name())).toEqual([]);
    expect(longview("help", "purge").out).toMatch(/3 carried through, and a raw file still names the person/);
  });

  it("what is not there is asked wrongly; a refusal is on standard output as well with --json", () => {
    const {code, out, err} = longview("close", "--study", "data/jtrain", "--source", "surveys", "--json");
    expect(code).toBe(2);
    expect(err).toMatch(/invalid --source; one of activity, survey/);
    expect(JSON.parse(out)).toEqual({refused: err.trimEnd(), violations: []});
    const missing = longview("check", "--study", "data/none", "--json");
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({violations: [{file: expect.any(String)}]});
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

  it("npx longview runs it in a clone, as the README says, and asks no server", () => {
    const env = {...process.env, npm_config_offline: "true"};
    const {status, stdout} = spawnSync("npx", ["longview", "--help"], {encoding: "utf8", env});
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: longview/);
  });

  it("what the README and the pages tell to run is a verb, called as npx longview", () => {
    const pages = readdirSync("src", {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".md"));
    const told = ["README.md", "CONTRIBUTING.md", ...pages.map((file) => `src/${file}`)].map(
      (file) => [file, readFileSync(file, "utf8")] as const
    );
    const names = new Set(["--help", "VERB", ...verbs.map((verb) => verb.name())]);
    const wrong = told.flatMap(([file, text]) => [
      ...Array.from(text.matchAll(/npx longview (\S+?)(?=[`\s])/g), ([, verb = ""]) => verb).flatMap((verb) =>
        names.has(verb) ? [] : [`${file}: no verb ${verb}`]
      ),
      ...Array.from(text.matchAll(/npx tsx loaders\S*|npm run \w+ --/g), ([other]) => `${file}: ${other}`)
    ]);
    expect(wrong).toEqual([]);
  });
});
