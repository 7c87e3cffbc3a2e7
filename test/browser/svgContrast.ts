import type {Page} from "playwright-core";

export interface TextContrast {
  readonly text: string;
  readonly figure: string;
  readonly pixels: number;
  readonly ratio: number;
  readonly least: number;
}

/**
 * The contrast of every text of every drawing with what is painted behind it, from the colours as the browser has
 * computed them: fills and strokes in painting order, with their opacities, at three places of the text; a text's halo
 * lies over all of them. WCAG 2.2, 1.4.3: 4.5, and 3 from 24 px, or 18.66 px in bold.
 */
export function svgContrast(page: Page): Promise<TextContrast[]> {
  return page.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true})!;
    const known = new Map<string, Colour>();
    const colourOf = (css: string): Colour => {
      const found = known.get(css);
      if (found) return found;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const made: Colour = [r, g, b, a / 255];
      known.set(css, made);
      return made;
    };
    const over = ([r, g, b, a]: Colour, [R, G, B]: Colour, opacity: number): Colour => {
      const share = a * opacity;
      return [r * share + R * (1 - share), g * share + G * (1 - share), b * share + B * (1 - share), 1];
    };
    const luminance = ([r, g, b]: Colour): number => {
      const linear = (value: number): number => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const ratioOf = (one: Colour, other: Colour): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const opacityOf = (element: Element): number => {
      let opacity = 1;
      for (let at: Element | null = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      return opacity;
    };
    const paperOf = (element: Element): Colour => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const background = colourOf(getComputedStyle(at).backgroundColor);
        if (background[3] > 0.99) return background;
      }
      return [255, 255, 255, 1];
    };
    interface Layer {
      readonly shape: SVGGeometryElement;
      readonly box: DOMRect;
      readonly inverse: DOMMatrix;
      readonly fill: Colour | null;
      readonly stroke: Colour | null;
      readonly opacity: number;
    }
    const paint = (css: string, opacity: string): Colour | null => {
      const [r, g, b, a] = css === "none" || css.startsWith("url") ? [0, 0, 0, 0] : colourOf(css);
      return a * Number(opacity) === 0 ? null : [r, g, b, a * Number(opacity)];
    };
    const layersOf = (svg: SVGSVGElement): Layer[] =>
      [...svg.querySelectorAll<SVGGeometryElement>("rect, path, circle, line, polygon, polyline, ellipse")].flatMap(
        (shape) => {
          const matrix = shape.closest("defs, clipPath, mask, pattern, marker") ? null : shape.getScreenCTM();
          if (!matrix) return [];
          const {fill, fillOpacity, stroke, strokeOpacity, visibility} = getComputedStyle(shape);
          const [inside, edge] = [paint(fill, fillOpacity), paint(stroke, strokeOpacity)];
          if (visibility === "hidden" || !(inside || edge)) return [];
          const [box, inverse] = [shape.getBoundingClientRect(), matrix.inverse()];
          return [{shape, box, inverse, fill: inside, stroke: edge, opacity: opacityOf(shape)}];
        }
      );
    const behind = (text: Element, layers: readonly Layer[], x: number, y: number): Colour => {
      let colour = paperOf(text);
      for (const {shape, box, inverse, fill, stroke, opacity} of layers) {
        if (x < box.left - 4 || x > box.right + 4 || y < box.top - 4 || y > box.bottom + 4) continue;
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
        const point = new DOMPoint(x, y).matrixTransform(inverse);
        if (fill && shape.isPointInFill(point)) colour = over(fill, colour, opacity);
        if (stroke && shape.isPointInStroke(point)) colour = over(stroke, colour, opacity);
      }
      return colour;
    };
    const found: TextContrast[] = [];
    for (const svg of document.querySelectorAll("svg")) {
      const layers = layersOf(svg);
      const figure = svg.closest("[id]")?.id ?? "";
      for (const text of svg.querySelectorAll<SVGTextElement>("text")) {
        const box = text.getBoundingClientRect();
        const words = text.textContent?.trim() ?? "";
        const style = getComputedStyle(text);
        if (!words || box.width === 0 || style.visibility === "hidden" || style.fill === "none") continue;
        const scale = Math.hypot(text.getScreenCTM()?.a ?? 1, text.getScreenCTM()?.b ?? 0);
        const pixels = Number.parseFloat(style.fontSize) * scale;
        const large = pixels >= 24 || (pixels >= 18.66 && Number(style.fontWeight) >= 700);
        const halo =
          style.stroke !== "none" && style.paintOrder.startsWith("stroke") && Number.parseFloat(style.strokeWidth) >= 2;
        const ratios = [0.1, 0.5, 0.9].map((share) => {
          const under = behind(text, layers, box.left + share * box.width, box.top + box.height / 2);
          const backdrop = halo
            ? over(colourOf(style.stroke), under, Number(style.strokeOpacity) * opacityOf(text))
            : under;
          return ratioOf(over(colourOf(style.fill), backdrop, Number(style.fillOpacity) * opacityOf(text)), backdrop);
        });
        found.push({text: words.slice(0, 60), figure, pixels, ratio: Math.min(...ratios), least: large ? 3 : 4.5});
      }
    }
    return found;
  });
}
