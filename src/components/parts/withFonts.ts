import {coversAny} from "../../style/coversAny.js";
import {svgElement} from "./svgElement.js";

/**
 * A drawing that leaves the page, with those of the page's fonts inside of which it has a character. Where the files cannot
 * be had, as of a page that is opened from a disk, it leaves without them.
 *
 * @param page  the document whose fonts they are
 */
export async function withFonts(drawing: SVGSVGElement, page: Document): Promise<SVGSVGElement> {
  const rules = await Promise.all(facesOf(drawing, page).map(inside));
  const found = rules.filter((rule) => rule !== null);
  if (found.length > 0) drawing.prepend(svgElement(page, "style", {}, found.join("\n")));
  return drawing;
}

interface Face {
  readonly family: string;
  readonly ranges: string | undefined;
  readonly italic: boolean;
  readonly source: string;
  readonly base: string;
  readonly text: string;
}

/** Of each character the first family that has it, as a browser would choose. */
function facesOf(drawing: SVGSVGElement, page: Document): Face[] {
  const faces = declaredIn(page);
  const used = new Set<Face>();
  for (const [families, text] of textsIn(drawing)) {
    const left = new Set(Array.from(text, (letter) => letter.codePointAt(0)!));
    for (const family of families)
      for (const face of faces.filter((one) => one.family === family && !one.italic)) {
        const had = [...left].filter((code) => coversAny(face.ranges, [code]));
        if (had.length > 0) used.add(face);
        for (const code of had) left.delete(code);
      }
  }
  return [...used];
}

/** What is written in each list of families. */
function textsIn(drawing: SVGSVGElement): (readonly [readonly string[], string])[] {
  return Array.from(drawing.querySelectorAll("text"), (node) => {
    const list = node.closest("[font-family]")?.getAttribute("font-family") ?? "";
    return [list.split(",").map(plain), node.textContent] as const;
  });
}

function declaredIn(page: Document): Face[] {
  return Array.from(page.styleSheets).flatMap((sheet) =>
    rulesOf(sheet).flatMap((rule) => {
      const style = "style" in rule ? (rule.style as CSSStyleDeclaration) : null;
      if (!rule.cssText.startsWith("@font-face") || style === null) return [];
      const of = (name: string): string => style.getPropertyValue(name);
      return {
        family: plain(of("font-family")),
        ranges: of("unicode-range") || undefined,
        italic: of("font-style") === "italic",
        source: of("src"),
        base: sheet.href ?? page.baseURI,
        text: rule.cssText
      };
    })
  );
}

/** Another site's style sheet keeps its rules to itself. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return Array.from(sheet.cssRules);
  } catch {
    return [];
  }
}

const plain = (family: string): string => family.trim().replace(/^["']|["']$/g, "");

async function inside({source, base, text}: Face): Promise<string | null> {
  const address = /url\(["']?([^)"']+)["']?\)/.exec(source)?.[1];
  if (address === undefined) return null;
  if (address.startsWith("data:")) return text;
  try {
    const answer = await fetch(new URL(address, base));
    if (!answer.ok) return null;
    return text.replace(/url\([^)]*\)/, `url(${await inText(await answer.blob())})`);
  } catch {
    return null;
  }
}

function inText(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^data:[^;]*/, "data:font/woff2")));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("the font cannot be read")));
    reader.readAsDataURL(file);
  });
}
