import {svgElement} from "../../components/parts/svgElement.js";
import type {Brush} from "../comparison.js";
import type {Panel} from "../../components/parts/panel.js";

/** Lets a reader draw a box over a panel with the mouse; a click without a box takes it away. */
export function dragBox(drawing: Panel, brush: Brush | null, choose: (brush: Brush | null) => void): void {
  const {svg, inner} = drawing;
  const document = svg.ownerDocument;
  const box = svgElement(document, "rect", {class: "explore-brush", visibility: "hidden"});
  const ground = svgElement(document, "rect", {
    class: "explore-brush-ground",
    x: inner.left,
    y: inner.top,
    width: inner.right - inner.left,
    height: inner.bottom - inner.top,
    fill: "none",
    "pointer-events": "all"
  });
  svg.append(ground, box);
  const show = (x1: number, y1: number, x2: number, y2: number): void => {
    box.setAttribute("x", String(Math.min(x1, x2)));
    box.setAttribute("y", String(Math.min(y1, y2)));
    box.setAttribute("width", String(Math.abs(x2 - x1)));
    box.setAttribute("height", String(Math.abs(y2 - y1)));
    box.setAttribute("visibility", "visible");
  };
  const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  if (brush) {
    const [x1, x2] = brush.x.map((value) => clamp(drawing.x(value), inner.left, inner.right));
    const [y1, y2] = brush.y.map((value) => clamp(drawing.y(value), inner.top, inner.bottom));
    show(x1!, y1!, x2!, y2!);
  }
  const placeOf = ({clientX, clientY}: PointerEvent): [number, number] => {
    const {left, top, width} = svg.getBoundingClientRect();
    const scale = drawing.width / width;
    return [
      clamp((clientX - left) * scale, inner.left, inner.right),
      clamp((clientY - top) * scale, inner.top, inner.bottom)
    ];
  };
  let start: [number, number] | null = null;
  ground.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    start = placeOf(event);
    ground.setPointerCapture(event.pointerId);
  });
  ground.addEventListener("pointermove", (event) => {
    if (start) show(...start, ...placeOf(event));
  });
  ground.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [[x1, y1], [x2, y2]] = [start, placeOf(event)];
    start = null;
    if (Math.abs(x2 - x1) < 4 || Math.abs(y2 - y1) < 4) return choose(null);
    const range = (a: number, b: number): [number, number] => [rounded(Math.min(a, b)), rounded(Math.max(a, b))];
    choose({
      x: range(drawing.x.invert(x1), drawing.x.invert(x2)),
      y: range(drawing.y.invert(y1), drawing.y.invert(y2))
    });
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
