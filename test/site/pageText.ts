import {JSDOM} from "jsdom";

const passedOver =
  "svg, script, style, form, nav, [hidden], .visually-hidden, .figure-tip, .figure-data, .figure-description, .strength-meaning";
const blocks = "h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption, summary, label";

/** What a reader meets on a built page, a text each: headings, sentences, cells, labels; drawings and controls apart. */
export function pageText(html: string): string[] {
  const {document} = new JSDOM(html).window;
  const main = document.querySelector("main");
  if (!main) return [];
  for (const one of main.querySelectorAll(passedOver)) one.remove();
  const texts = Array.from(main.querySelectorAll(blocks))
    .filter((block) => !block.querySelector(blocks))
    .map((block) => (block.textContent ?? "").replaceAll(/\s+/g, " ").trim());
  return texts.filter((text) => text !== "");
}
