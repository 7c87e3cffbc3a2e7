import type {Plugin} from "esbuild";
import type {Language} from "../../src/words/language.js";

/** what the words shared by all languages import of one by name */
const askedByName = "phrases = undefined, unitName";

/** Words of a site that is in English alone: no other language travels to its readers. */
export const oneLanguage = (language: Language): Plugin => ({
  name: "one-language",
  setup({onLoad}) {
    if (language !== "en") return;
    onLoad({filter: /\/words\/ja\/[^/]+\.ts$|\.ja\.ts$/}, () => ({
      contents: `export const ${askedByName} = undefined;`
    }));
  }
});
