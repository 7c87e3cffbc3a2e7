import {svgElement} from "./svgElement.js";

/** The drawing that a figure shows as one SVG that stands alone: variables resolved, panels placed as they lie. */
export function standaloneSvg(plot: HTMLElement, {title = ""}: {title?: string} = {}): SVGSVGElement {
  const document = plot.ownerDocument;
  const tokens = document.defaultView?.getComputedStyle(document.documentElement);
  const resolve = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (name, token: string) => {
      const value = tokens?.getPropertyValue(token).trim() ?? "";
      return value === "" ? name : resolve(value);
    });
  const frame = plot.getBoundingClientRect();
  const panels = Array.from(plot.querySelectorAll<SVGSVGElement>("svg")).filter(
    (svg) => !svg.parentElement?.closest("svg")
  );
  const copies = panels.map((svg) => {
    const {left, top, width, height} = svg.getBoundingClientRect();
    const copy = svg.cloneNode(true) as SVGSVGElement;
    for (const node of [copy, ...copy.querySelectorAll("*")]) {
      for (const {name, value} of node.attributes) if (value.includes("var(")) node.setAttribute(name, resolve(value));
      if (node.localName === "style") node.textContent = resolve(node.textContent);
    }
    const place = {x: left - frame.left, y: top - frame.top, width, height};
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
    return copy;
  });
  const {width, height} = frame;
  return svgElement(
    document,
    "svg",
    {xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`},
    svgElement(document, "title", {}, title),
    svgElement(document, "rect", {width: "100%", height: "100%", fill: resolve("var(--paper)")}),
    ...copies
  );
}
