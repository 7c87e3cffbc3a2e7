import {svgElement} from "./svgElement.js";
import {wrapText} from "./wrapText.js";

export interface StandaloneSvgOptions {
  title?: string;
  subtitle?: string;
  notes?: readonly string[];
}

/**
 * The drawing that a figure shows as one SVG that stands alone: its words above and below, variables resolved, panels
 * placed as they lie.
 */
export function standaloneSvg(
  plot: HTMLElement,
  {title = "", subtitle = "", notes = []}: StandaloneSvgOptions = {}
): SVGSVGElement {
  const document = plot.ownerDocument;
  const tokens = document.defaultView?.getComputedStyle(document.documentElement);
  const resolve = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (name, token: string) => {
      const value = tokens?.getPropertyValue(token).trim() ?? "";
      return value === "" ? name : resolve(value);
    });
  const frame = plot.getBoundingClientRect();
  const above = [
    ...linesOf(title, frame.width, {size: 18, fill: "--ink", family: "--serif", weight: 600}),
    ...linesOf(subtitle, frame.width, {size: 14, fill: "--ink-soft"})
  ];
  const below = notes.flatMap((note) => linesOf(note, frame.width, {size: 12, fill: "--ink-soft"}));
  const top = heightOf(above) + (above.length > 0 ? 10 : 0);
  const panels = Array.from(plot.querySelectorAll<SVGSVGElement>("svg")).filter(
    (svg) => !svg.parentElement?.closest("svg")
  );
  const copies = panels.map((svg) => {
    const {left, top: upper, width, height} = svg.getBoundingClientRect();
    const copy = svg.cloneNode(true) as SVGSVGElement;
    for (const node of [copy, ...copy.querySelectorAll("*")]) {
      for (const {name, value} of node.attributes) if (value.includes("var(")) node.setAttribute(name, resolve(value));
      if (node.localName === "style") node.textContent = resolve(node.textContent);
    }
    const place = {x: left - frame.left, y: upper - frame.top + top, width, height};
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
    return copy;
  });
  const width = Math.ceil(frame.width);
  const height = Math.ceil(top + frame.height + heightOf(below) + (below.length > 0 ? 12 : 0));
  return svgElement(
    document,
    "svg",
    {xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`},
    svgElement(document, "title", {}, title),
    svgElement(document, "rect", {width: "100%", height: "100%", fill: resolve("var(--paper)")}),
    ...set(above, 0),
    ...painted(plot, frame, top),
    ...copies,
    ...set(below, top + frame.height + 4)
  );

  function set(lines: readonly Line[], from: number): SVGElement[] {
    return lines.map(({text, size, fill, family, weight}, i) =>
      svgElement(
        document,
        "text",
        {
          x: 0,
          y: from + heightOf(lines.slice(0, i)) + size,
          "font-size": size,
          "font-weight": weight,
          "font-family": resolve(`var(${family})`),
          fill: resolve(`var(${fill})`)
        },
        text
      )
    );
  }
}

/** What is painted on a canvas below the drawing, as pictures in its place. */
function painted(plot: HTMLElement, frame: DOMRect, top: number): SVGElement[] {
  return Array.from(plot.querySelectorAll("canvas"), (canvas) => {
    const {left, top: upper, width, height} = canvas.getBoundingClientRect();
    const place = {x: left - frame.left, y: upper - frame.top + top, width, height};
    return svgElement(plot.ownerDocument, "image", {...place, href: canvas.toDataURL()});
  });
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly family: string;
  readonly weight: number;
}

function linesOf(
  text: string,
  width: number,
  {family = "--sans", weight = 400, ...style}: Pick<Line, "size" | "fill"> & Partial<Line>
): Line[] {
  return text === ""
    ? []
    : wrapText(text, width, {size: style.size, lines: Infinity}).map((line) => ({
        family,
        weight,
        ...style,
        text: line
      }));
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, {size}) => sum + Math.round(size * 1.4), 0);
}
