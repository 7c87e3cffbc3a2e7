import {say} from "../../words/say.js";
import {element} from "../parts/element.js";
import {svgElement} from "../parts/svgElement.js";
import {markIndex, type MarkBox} from "./markIndex.js";
import {plotted, type PlottedCloud} from "./plotted.js";

/** As far from a mark, in pixels, the pointer still finds it: a target of 24 px, however small the mark. */
const reach = 12;

const steps: Readonly<Record<string, number>> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

/** What can be pointed at, by its place in the list: elements of a drawing, or places in it. */
interface Targets {
  readonly count: number;
  readonly words: (at: number) => string;
  /** left, right, top and bottom in the frame */
  readonly box: (at: number, frame: DOMRect) => MarkBox;
  readonly mark: (at: number, on: boolean) => void;
  readonly act?: (at: number) => (() => void) | undefined;
}

/** A tip for each mark of a drawing: by pointer, by arrow keys, Home and End; Escape closes it, Enter acts on it. */
export function addTips(plot: HTMLElement, tell: (text: string) => void): void {
  const {count, words, box, mark, act} = together([titledMarks(plot), ...plottedPoints(plot)]);
  if (count === 0) return;
  const tip = element(plot.ownerDocument, "div", {class: "figure-tip", role: "tooltip", hidden: true});
  plot.append(tip);
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute(
    "aria-label",
    say("{0}: arrow keys read its marks one by one, Escape closes the tip", nameOf(plot))
  );
  let current = -1;
  let index: {readonly size: string; find(x: number, y: number): number} | null = null;
  const placed = (frame: DOMRect): NonNullable<typeof index> => {
    const size = `${frame.width} ${frame.height}`;
    if (index?.size !== size) {
      index = {size, find: markIndex({count, box: (at) => box(at, frame)}, reach)};
    }
    return index;
  };
  const unmark = (): void => {
    if (current >= 0) mark(current, false);
  };
  const page = plot.ownerDocument;
  const hide = (): void => {
    tip.hidden = true;
    unmark();
    page.removeEventListener("keydown", leave);
  };
  function leave({key}: KeyboardEvent): void {
    if (key === "Escape") hide();
  }
  const show = (asked: number, frame = plot.getBoundingClientRect()): void => {
    unmark();
    current = (asked + count) % count;
    const {left, right, top, bottom} = box(current, frame);
    mark(current, true);
    tip.textContent = words(current);
    tip.hidden = false;
    // while there is a tip, or the page would hold every drawing that it ever had
    page.addEventListener("keydown", leave);
    const {offsetWidth: wide, offsetHeight: high} = tip;
    const beside = Math.max(0, Math.min((left + right - wide) / 2, frame.width - wide));
    const above = top - high - 6;
    // moved, not laid out again
    tip.style.transform = `translate(${beside}px, ${above >= 0 ? above : bottom + 6}px)`;
  };
  plot.addEventListener("keydown", (event) => {
    if (event.target !== plot) return;
    if (event.key === "Enter") return current < 0 ? undefined : act?.(current)?.();
    const step = steps[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? count - 1
          : step === undefined
            ? null
            : current < 0 && step < 0
              ? count - 1
              : current + step;
    if (next === null) return;
    event.preventDefault();
    show(next);
    tell(tip.textContent);
  });
  const foundAt = ({clientX, clientY}: MouseEvent, frame: DOMRect): number =>
    placed(frame).find(clientX - frame.left, clientY - frame.top);
  const point = (event: PointerEvent): void => {
    if (event.target === tip) return;
    const frame = plot.getBoundingClientRect();
    const found = foundAt(event, frame);
    if (found < 0) hide();
    else if (found !== current || tip.hidden) show(found, frame);
  };
  plot.addEventListener("pointermove", point);
  plot.addEventListener("pointerdown", point);
  plot.addEventListener("pointerleave", hide);
  plot.addEventListener("blur", hide);
  if (act)
    plot.addEventListener("click", (event) => {
      const found = foundAt(event, plot.getBoundingClientRect());
      if (found >= 0) act(found)?.();
    });
}

/** Several lists as one. */
function together(lists: readonly Targets[]): Targets {
  const starts = lists.map((_, l) => lists.slice(0, l).reduce((sum, {count}) => sum + count, 0));
  const placeOf = (at: number): [Targets, number] => {
    const l = starts.findLastIndex((start, i) => start <= at && lists[i]!.count > 0);
    return [lists[l]!, at - starts[l]!];
  };
  const asking =
    <Rest extends unknown[], Answer>(ask: (list: Targets, at: number, ...rest: Rest) => Answer) =>
    (at: number, ...rest: Rest): Answer =>
      ask(...placeOf(at), ...rest);
  return {
    count: lists.reduce((sum, {count}) => sum + count, 0),
    words: asking((list, at) => list.words(at)),
    box: asking((list, at, frame: DOMRect) => list.box(at, frame)),
    mark: asking((list, at, on: boolean) => list.mark(at, on)),
    act: lists.some(({act}) => act) ? asking((list, at) => list.act?.(at)) : undefined
  };
}

function titledMarks(plot: HTMLElement): Targets {
  const titled = Array.from(plot.querySelectorAll("svg > g title"), (title) => {
    const [mark, words] = [title.parentElement!, title.textContent];
    mark.setAttribute("data-tip", words);
    title.remove();
    return {mark, words};
  });
  const marks = titled.length > 0 ? titled : namedBefore(plot);
  return {
    count: marks.length,
    words: (at) => marks[at]!.words,
    mark: (at, on) => void marks[at]!.mark.toggleAttribute("data-current", on),
    box(at, frame) {
      const {left, right, top, bottom} = marks[at]!.mark.getBoundingClientRect();
      const [x, y] = [frame.left, frame.top];
      return {left: left - x, right: right - x, top: top - y, bottom: bottom - y};
    }
  };
}

/** Marks that have the words of those of the figure's first drawing, in its order. */
function namedBefore(plot: HTMLElement): {readonly mark: Element; readonly words: string}[] {
  const first = plot.closest("[data-figure]")?.querySelector(".figure-plot");
  const words = Array.from(first?.querySelectorAll("[data-tip]") ?? [], (mark) => mark.getAttribute("data-tip") ?? "");
  return Array.from(plot.querySelectorAll('[data-tip=""]'), (mark, i) => ({mark, words: words[i] ?? ""}));
}

function plottedPoints(plot: HTMLElement): Targets[] {
  return Array.from(plot.querySelectorAll("svg")).flatMap((svg) => {
    const points = plotted.get(svg);
    if (!points) return [];
    const ring = svgElement(svg.ownerDocument, "circle", {
      class: "panel-current",
      r: 6,
      fill: "none",
      visibility: "hidden"
    });
    svg.append(ring);
    const placed = placer(svg);
    const listed = "words" in points ? null : points;
    const xOf = (at: number): number => (listed ? listed[at]!.x : (points as PlottedCloud).x[at]!);
    const yOf = (at: number): number => (listed ? listed[at]!.y : (points as PlottedCloud).y[at]!);
    return {
      count: listed ? listed.length : (points as PlottedCloud).x.length,
      words: (at: number) => (listed ? listed[at]!.words() : (points as PlottedCloud).words(at)),
      act: listed?.some(({act}) => act) ? (at: number) => listed[at]!.act : undefined,
      mark(at: number, on: boolean) {
        ring.setAttribute("cx", String(xOf(at)));
        ring.setAttribute("cy", String(yOf(at)));
        ring.setAttribute("visibility", on ? "visible" : "hidden");
      },
      box(at: number, frame: DOMRect) {
        const {left, top, scale} = placed(frame);
        const [across, down] = [left + xOf(at) * scale, top + yOf(at) * scale];
        return {left: across - 3, right: across + 3, top: down - 3, bottom: down + 3};
      }
    };
  });
}

/** Where a drawing lies in its frame; measured once a size, not once a point. */
function placer(svg: SVGSVGElement): (frame: DOMRect) => {left: number; top: number; scale: number} {
  let [width, height, place] = [NaN, NaN, {left: 0, top: 0, scale: 1}];
  return (frame) => {
    if (width !== frame.width || height !== frame.height) {
      const own = svg.getBoundingClientRect();
      const scale = own.width / Number(svg.getAttribute("width") ?? own.width) || 1;
      place = {left: own.left - frame.left, top: own.top - frame.top, scale};
      [width, height] = [frame.width, frame.height];
    }
    return place;
  };
}

/** The figure's title; on a card, which has none of its own, the answer above it. */
function nameOf(plot: HTMLElement): string {
  const title =
    plot.closest("figure")?.querySelector(".figure-title") ?? plot.closest(".claim")?.querySelector(".claim-sentence");
  return title?.textContent?.trim() || "Drawing";
}
