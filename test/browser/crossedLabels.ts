import type {Page} from "playwright-core";

/**
 * The words of drawings that a reader cannot read in peace: cut off at the drawing's edge, on other words, under a mark,
 * or, without a halo of paper, over a line, a dot or any mark but a bar or a faint band.
 */
export function crossedLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Label {
      readonly node: SVGTextElement;
      readonly words: string;
      readonly box: DOMRect;
      readonly halo: boolean;
    }
    const labelsOf = (svg: SVGSVGElement): Label[] =>
      [...svg.querySelectorAll("text")].flatMap((node) => {
        const {visibility, fill, stroke, paintOrder, strokeWidth} = getComputedStyle(node);
        const [words, box] = [node.textContent.trim(), node.getBoundingClientRect()];
        const halo = stroke !== "none" && paintOrder.startsWith("stroke") && Number.parseFloat(strokeWidth) >= 2;
        const shown = words !== "" && box.width > 0 && visibility !== "hidden" && fill !== "none";
        return shown ? [{node, words: words.slice(0, 60), box, halo}] : [];
      });
    const strong = (style: CSSStyleDeclaration, paint: "fill" | "stroke"): boolean =>
      style[paint] !== "none" &&
      !style[paint].startsWith("url") &&
      Number(paint === "fill" ? style.fillOpacity : style.strokeOpacity) * Number(style.opacity) > 0.3;
    const marksOf = (svg: SVGSVGElement) =>
      [...svg.querySelectorAll<SVGGeometryElement>("rect, path, circle, line, polygon, polyline, ellipse")].flatMap(
        (shape) => {
          const matrix = shape.closest("defs, clipPath, mask, pattern, marker") ? null : shape.getScreenCTM();
          const style = getComputedStyle(shape);
          const [filled, lined] = [strong(style, "fill"), strong(style, "stroke") && style.strokeWidth !== "0px"];
          if (!matrix || style.visibility === "hidden" || !(filled || lined)) return [];
          return [{shape, box: shape.getBoundingClientRect(), inverse: matrix.inverse(), filled, lined}];
        }
      );
    const meet = (a: DOMRect, b: DOMRect, {across = 0, down = 0} = {}): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > across &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > down;
    const wide = ({left, right, top, bottom}: DOMRect): DOMRect =>
      new DOMRect(left - 3, top - 3, right - left + 6, bottom - top + 6);
    /** what crosses a label: the topmost mark below it, or any above it, at some point of its middle line */
    const crossing = ({node, box, halo}: Label, marks: ReturnType<typeof marksOf>): string | null => {
      const near = marks.filter((mark) => meet(wide(mark.box), box));
      for (let x = box.left + 1; x < box.right; x += 1)
        for (const share of [0.35, 0.5, 0.65]) {
          let below: "bar" | "mark" | null = null;
          for (const {shape, inverse, filled, lined} of near) {
            const point = new DOMPoint(x, box.top + share * box.height).matrixTransform(inverse);
            const on = lined && shape.isPointInStroke(point);
            const within = filled && shape.isPointInFill(point);
            if (!(on || within)) continue;
            if (!(shape.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) return "under a mark";
            below = on || shape.tagName !== "rect" ? "mark" : "bar";
          }
          if (below === "mark" && !halo) return "over a mark";
        }
      return null;
    };
    const found: string[] = [];
    for (const svg of document.querySelectorAll("svg")) {
      const edge = svg.getBoundingClientRect();
      const labels = labelsOf(svg);
      const marks = labels.length > 0 ? marksOf(svg) : [];
      const say = (words: string, what: string): unknown =>
        found.push(`${svg.closest("[id]")?.id ?? ""}: “${words}” ${what}`);
      for (const [i, label] of labels.entries()) {
        const {words, box} = label;
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 4) say(words, "is cut");
        for (const other of labels.slice(i + 1))
          if (meet(box, other.box, {across: 1, down: 4}) && !/rotate/.test(label.node.outerHTML + other.node.outerHTML))
            say(words, `on “${other.words}”`);
        const how = crossing(label, marks);
        if (how !== null) say(words, how);
      }
    }
    return found;
  });
}
