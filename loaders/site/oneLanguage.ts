import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Plugin} from "esbuild";
import type {Language} from "../../src/words/language.js";

/** what the words shared by all languages import of one by name */
const askedByName = "phrases = {}, unitName = undefined";
const rooms = /\/src\/(?:words\/(?:en\/)?|findings\/\w+\/)[\w.]+\.ts$/;
/** a room in all languages: `import * as en from "./words.en.js"`, then names of `spoken<typeof en>({en, ja})` */
const inAll = /spoken<typeof en>\(\{en, ja\}\)/;

/**
 * Words of a site that is in English alone: no other language travels to its readers, and of a room only what is asked of
 * it, since its English is then imported straight.
 */
export const oneLanguage = (language: Language): Plugin => ({
  name: "one-language",
  setup({onResolve, onLoad}) {
    if (language !== "en") return;
    // words do nothing when they are imported; a room that hands on names alone is passed over
    onResolve({filter: /^\.\.?\/.*\.js$/}, async ({path, resolveDir}) => {
      const file = join(resolveDir, path.replace(/\.js$/, ".ts"));
      if (!rooms.test(file) || !existsSync(file)) return undefined;
      const text = await readFile(file, "utf8");
      const whole = !inAll.test(text) || /export const \w+ = spoken/.test(text);
      const english = /import \* as en from "([^"]+)\.js";/.exec(text)?.[1] ?? "";
      return {path: whole ? file : join(dirname(file), `${english}.ts`), sideEffects: false};
    });
    onLoad({filter: /\/words\/ja\/[^/]+\.ts$|\.ja\.ts$/}, () => ({
      contents: `export const ${askedByName};`
    }));
    onLoad({filter: /\/src\/(?:words|findings\/\w+)\/\w+\.ts$/}, async ({path}) => {
      const text = await readFile(path, "utf8");
      return inAll.test(text) ? {contents: englishOf(text), loader: "ts"} : undefined;
    });
  }
});

function englishOf(room: string): string {
  const [, english = ""] = /import \* as en from ("[^"]+");/.exec(room) ?? [];
  return room
    .replaceAll(/^import .*;$/gm, "")
    .replaceAll(/export const (\{[^}]*\}) = [^;]*;/g, (_, names: string) => `export ${names} from ${english};`)
    .replaceAll(/export const (\w+) = [^;]*;/g, (_, name: string) => `export * as ${name} from ${english};`);
}
