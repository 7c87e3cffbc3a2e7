import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {coversAny} from "../../src/style/coversAny.js";

const rule = /@font-face\s*\{[^}]*\}/g;

/** A style sheet with its fonts inside: those of which a text has a character; the others are left out. */
export async function inlineFonts(css: string, {folder, text}: {folder: string; text: string}): Promise<string> {
  const characters = [...new Set(text)].map((one) => one.codePointAt(0) ?? 0);
  const inside = new Map<string, string>();
  for (const [face] of css.matchAll(rule))
    inside.set(
      face,
      coversAny(/unicode-range:\s*([^;}]+)/.exec(face)?.[1], characters) ? await inlined(face, folder) : ""
    );
  return css.replaceAll(rule, (face) => inside.get(face) ?? face);
}

async function inlined(face: string, folder: string): Promise<string> {
  const address = /url\(["']?([^)"']+)["']?\)/.exec(face)?.[1];
  if (address === undefined || address.startsWith("data:")) return face;
  const bytes = await readFile(join(folder, address));
  return face.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${bytes.toString("base64")})`);
}
