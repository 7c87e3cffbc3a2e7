import {readFileSync} from "node:fs";
import {fonts} from "../../src/style/fonts.js";

/** The site's own fonts, within the page: how wide words are must not hang on the machine. */
export function fontRules(): string {
  const {files, rules} = fonts({base: ""});
  return files.reduce(
    (text, {path, name}) => text.replace(`url(${name})`, `url(data:font/woff2;base64,${readFileSync(path, "base64")})`),
    rules
  );
}
