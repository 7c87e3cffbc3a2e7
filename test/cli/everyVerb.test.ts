import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {CommanderError, type Command, type Option} from "commander";
import {afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import {program} from "../../loaders/cli/program.js";
import {tellError} from "../../loaders/study/tellError.js";

interface Asked {
  /** the verb with those that it belongs to: ["plan", "lock"] */
  readonly path: readonly string[];
  readonly command: Command;
}

const all = verbsOf(program, []);
const leaves = all.filter(({command}) => !["notebook", "table"].includes(command.name()));
const named = (some: readonly Asked[]) => some.map((one) => [one.path.join(" "), one] as const);
const valued = ({command}: Asked): Option[] => command.options.filter(({required}) => required);
const many = ({defaultValue}: Option): boolean => Array.isArray(defaultValue);

/** What a verb cannot do without, given rightly. */
const rightly: Readonly<Record<string, readonly string[]>> = {
  revise: ["--source", "survey", "--because", "x"],
  purge: ["--person", "x"],
  "table new": ["x", "--sql", "test/cli/oneRow.sql"]
};
const needed = ({path, command}: Asked): readonly string[] =>
  rightly[path.join(" ")] ?? [
    ...command.registeredArguments.filter(({required}) => required).map(() => "x"),
    ...command.options.filter(({mandatory}) => mandatory).flatMap(({long}) => [long!, "x"])
  ];
const required = (asked: Asked): boolean => needed(asked).length > 0 && asked.path[0] !== "purge";
/** one that takes one thing, and must have it */
const takesOne = ({path, command}: Asked): boolean => command.registeredArguments.length > 0 && path[0] !== "help";
const manyArguments = ({command}: Asked): boolean => command.registeredArguments.some(({variadic}) => variadic);
const valueOf = (option: Option): string => option.argChoices?.[0] ?? (/<number>/.test(option.flags) ? "5" : "x");

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "longview-cli-"));
  await writeFile(join(place, "file"), "x\n");
});
afterEach(() => vi.restoreAllMocks());

describe("every verb", () => {
  it("is here, with its own", () => {
    expect(all.map(({path}) => path.join(" "))).toEqual(expect.arrayContaining(["build", "plan", "plan lock", "help"]));
    expect(all.length).toBeGreaterThan(30);
  });

  it.each(named(all))("%s refuses an option that it does not know, and names the nearest", async (_, asked) => {
    expect(await refused([...asked.path, ...needed(asked), "--nosuch"])).toMatch(/^error: unknown option '--nosuch'/);
    for (const {long} of asked.command.options.filter(({long: name}) => name!.length > 5)) {
      const misspelt = `${long!.slice(0, 3)}${long!.slice(4)}`;
      expect(await refused([...asked.path, ...needed(asked), misspelt])).toMatch(
        new RegExp(`Did you mean (one of )?[^?]*${long}[,?]`)
      );
    }
  });

  it.each(named(all))(
    "%s refuses an option twice, one without a value, and one with an empty value",
    async (_, asked) => {
      const {path, command} = asked;
      for (const option of command.options.filter((one) => !many(one))) {
        const once = option.required ? [option.long!, valueOf(option)] : [option.long!];
        const twice = `error: option '${option.flags}' stands twice; keep one`;
        expect(await refused([...path, ...once, ...once])).toContain(twice);
      }
      for (const {long, flags} of valued(asked)) {
        expect(await refused([...path, long!])).toContain(`error: option '${flags}' argument missing`);
        expect(await refused([...path, long!, long!])).toContain(
          `error: option '${flags}' argument missing before ${long}`
        );
        for (const nothing of [[long!, ""], [long!, " "], [`${long}=`]])
          expect(await refused([...path, ...nothing])).toMatch(
            /is given nothing; give a value|is invalid\. Not a whole/
          );
      }
    }
  );

  it.each(named(leaves.filter((asked) => !manyArguments(asked))))(
    "%s refuses an argument too many",
    async (_, asked) => {
      const {path, command} = asked;
      const more = command.registeredArguments.filter((one) => !one.required).map(() => "x");
      expect(await refused([...path, ...needed(asked), ...more, "stray"])).toMatch(
        command.commands.length > 0
          ? /^error: unknown command 'stray'\. There are /
          : /^error: one argument too many; .+ takes /
      );
    }
  );

  it.each(named(leaves.filter(takesOne)))("%s refuses an argument that is empty", async (_, asked) => {
    const [, ...others] = needed(asked);
    expect(await refused([...asked.path, "", ...others])).toContain("is empty; give one");
  });

  it.each(named(leaves.filter(required)))("%s says what it cannot do without", async (_, {path}) => {
    expect(await refused(path)).toMatch(/^error: (missing required argument|required option)/);
  });

  it.each(named(all.filter(({command}) => command.options.some(({long}) => long === "--study"))))(
    "%s refuses a study's folder that is not there, and a file in its place",
    async (_, asked) => {
      for (const folder of [join(place, "nosuch"), join(place, "file")]) {
        const said = await failed([...asked.path, ...needed(asked), "--study", folder]);
        expect(said).toContain(folder);
        expect(said).toMatch(/there is no folder|is a file|name a study's folder/);
      }
    }
  );

  it.each(named(all.filter(({command}) => command.options.some(({long}) => long === "--out"))))(
    "%s replaces no file where a folder is wanted, and says so",
    async (_, asked) => {
      const out = join(place, "file");
      const given = asked.command.options.find(({long}) => long === "--out")?.mandatory ? [] : needed(asked);
      const said = await failed([...asked.path, ...given, "--out", out]);
      expect(said).toMatch(/file|no such earlier site|^done$/);
      expect(await readFile(out, "utf8")).toBe("x\n");
    }
  );

  it("refuses a verb's option before the verb that it is meant for, which would take the default study's", async () => {
    expect(await refused(["plan", "--study", "data/jtrain", "lock", "--known", "x"])).toMatch(
      "error: option '--study <folder>' stands before 'lock'; write it after"
    );
    const said = await failed(["plan", "lock", "--known", "x", "--study", join(place, "nosuch")]);
    expect(said).toContain(join(place, "nosuch"));
  });

  it.each([
    [["bild"], "Did you mean build?"],
    [["notebook"], "notebook is followed by one of its verbs: new"],
    [["table", "nw"], "unknown command 'nw'. Did you mean new?"],
    [["plan", "dif"], "unknown command 'dif'. Did you mean diff?"],
    [["help", "bild"], "unknown command 'bild'. Did you mean build?"],
    [["help", "plan", "lok"], "unknown command 'lok'. Did you mean lock?"],
    [["help", "build", "x"], "one argument too many"],
    [["--version"], "unknown option '--version'"],
    [["worlds", "--threads", "100000"], "Not a whole number from 1 to 256"],
    [["simulate", "--out", "x", "--scale", "many"], "Not a whole number from 1 to 10000"],
    [["simulate", "--out", "x", "--null", "pur"], "Allowed choices are pure, selection, trends, shocks"],
    [["build", "--language", "fr"], "Allowed choices are en, ja"]
  ])("longview %j says %s", async (args, said) => {
    expect(await refused(args)).toContain(said);
  });

  it.each([
    [["simulate", "--set", "marginEfect=0"], "no such parameter: marginEfect; did you mean marginEffect?"],
    [["simulate", "--set", "constructor=1"], "no such parameter: constructor"],
    [["simulate", "--set", "marginEffect"], "invalid marginEffect; not a number: ; write it as marginEffect="],
    [["simulate", "--set", "marginEffect=1=2"], "invalid marginEffect; not a number: 1=2"],
    [["simulate", "--set", "marginEffect=0", "--set", "marginEffect=0"], "invalid marginEffect; set twice; keep one"]
  ])("longview %j fails with %s", async (args, said) => {
    expect(await failed([...args, "--out", join(place, "simulated")])).toContain(said);
  });

  it.each([["estimate"], ["curve"], ["table", "new", "x", "--sql"]])(
    "%s names a folder where it wants a file",
    async (...args) => {
      expect(await failed([...args, place])).toBe(`${place}: this is a folder; name a file`);
      expect(await failed([...args, join(place, "nosuch")])).toContain(
        `${join(place, "nosuch")}: there is no such file`
      );
    }
  );
});

/** What the command line says where it is asked wrongly: a sentence or two, and where to read what a verb takes. */
async function refused(args: readonly string[]): Promise<string> {
  const said: string[] = [];
  for (const {command} of [{command: program}, ...all])
    command.configureOutput({writeErr: (text) => void said.push(text), writeOut: () => undefined});
  const error: unknown = await program.parseAsync(args, {from: "user"}).then(
    () => "accepted",
    (thrown: unknown) => thrown
  );
  expect(error).toBeInstanceOf(CommanderError);
  const text = said.join("");
  expect(text).toMatch(/\nlongview help( \w+)* shows what it takes\.\n$/);
  expect(text).not.toMatch(/^ {4}at /m);
  return text;
}

/** What a verb fails with that was asked rightly, as it is told. */
async function failed(args: readonly string[]): Promise<string> {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const told = await program.parseAsync(args, {from: "user"}).then(() => "done", tellError);
  expect(told).not.toMatch(/^ {4}at /m);
  return told;
}

function verbsOf(command: Command, path: readonly string[]): Asked[] {
  return command.commands.flatMap((one) => {
    const at = [...path, one.name()];
    return [{path: at, command: one}, ...verbsOf(one, at)];
  });
}
