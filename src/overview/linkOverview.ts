import {element} from "../components/parts/element.js";
import {svgElement} from "../components/parts/svgElement.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {leastOf} from "../stats/description/leastOf.js";
import {say} from "../words/say.js";

interface Drawn {
  readonly svg: SVGSVGElement;
  readonly readout: HTMLElement | null;
  readonly years: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly series: readonly {label: string; line: string | null; points: readonly (readonly [number, string])[]}[];
  readonly cursor: SVGLineElement;
  readonly shades: readonly SVGRectElement[];
}

/** Brings the sheet to life: lines and years to choose, and one year read off every panel at once. */
export function linkOverview(root: ParentNode = globalThis.document): void {
  const sheet = root.querySelector<HTMLElement>("#overview-sheet");
  if (!sheet || sheet.dataset.linked !== undefined) return;
  sheet.dataset.linked = "";
  const document = sheet.ownerDocument;
  const panels = Array.from(sheet.querySelectorAll<SVGSVGElement>('svg[data-axis="years"]'), (svg) =>
    drawnOf(svg, document)
  );
  const lines = JSON.parse(sheet.dataset.lines ?? "[]") as string[];
  const [first, last] = JSON.parse(sheet.dataset.years ?? "[0,0]") as [number, number];
  const shown = new Set(lines);
  let current: number | null = null;
  const said = element(document, "p", {class: "visually-hidden", role: "status"});
  const read = (year: number | null): void => {
    current = year;
    for (const panel of panels) readPanel(panel, year, shown);
  };
  const setLine = (line: string, on: boolean): void => {
    if (on) shown.add(line);
    else shown.delete(line);
    for (const group of sheet.querySelectorAll<SVGGElement>("[data-line]"))
      group.toggleAttribute("data-hidden", !shown.has(group.dataset.line ?? ""));
    read(current);
  };
  const range = [first, last];
  const setYears = (): void => {
    const [from, to] = [leastOf(range), greatestOf(range)];
    for (const panel of panels) shade(panel, from, to);
  };
  sheet.before(
    controls({
      lines,
      first,
      last,
      document,
      setLine,
      setYear: (end, year) => {
        range[end] = year;
        setYears();
      }
    })
  );
  sheet.tabIndex = 0;
  sheet.setAttribute("role", "group");
  sheet.setAttribute(
    "aria-label",
    say("Overview; a click or left and right arrow keys read a year off every panel, Escape ends it")
  );
  sheet.append(said);
  let held = false;
  const pointedAt = (event: MouseEvent): number | null => {
    const panel = panels.find(({svg}) => svg.contains(event.target as Node));
    return panel ? yearAt(panel, event.clientX) : null;
  };
  sheet.addEventListener("pointermove", (event) => {
    const year = pointedAt(event);
    if (year !== null && !held) read(year);
  });
  sheet.addEventListener("pointerleave", () => {
    if (!held) read(null);
  });
  // a click keeps the year until it is clicked again, or another is
  sheet.addEventListener("click", (event) => {
    const year = pointedAt(event);
    if (year === null) return;
    held = !held || year !== current;
    read(year);
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.target !== sheet) return;
    if (event.key === "Escape") {
      held = false;
      return read(null);
    }
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    read(Math.max(first, Math.min(last, current === null ? (step > 0 ? first : last) : current + step)));
    // each panel is drawn twice, for wide and narrow pages
    said.textContent = Array.from(new Set(panels.map(({readout}) => readout)), (one) => one?.textContent ?? "").join(
      " "
    );
  });
}

function drawnOf(svg: SVGSVGElement, document: Document): Drawn {
  const {years, left, right} = JSON.parse(svg.dataset.years ?? "{}") as Pick<Drawn, "years" | "left" | "right">;
  const height = Number(svg.getAttribute("height"));
  const cursor = svgElement(document, "line", {class: "overview-cursor", y1: 0, y2: height, visibility: "hidden"});
  const shades = [0, 1].map(() =>
    svgElement(document, "rect", {class: "overview-shade", y: 0, height: height - 22, width: 0})
  );
  svg.append(...shades, cursor);
  return {
    svg,
    readout: svg.closest(".overview-row")?.querySelector<HTMLElement>(".overview-readout") ?? null,
    years,
    left,
    right,
    series: JSON.parse(svg.dataset.series ?? "[]") as Drawn["series"],
    cursor,
    shades
  };
}

function placeOf({years: [first, last], left, right}: Drawn, year: number): number {
  return left + ((year - first) / (last - first)) * (right - left);
}

function yearAt(panel: Drawn, clientX: number): number {
  const {left, width} = panel.svg.getBoundingClientRect();
  const x = ((clientX - left) / width) * Number(panel.svg.getAttribute("width"));
  const [first, last] = panel.years;
  const year = Math.round(first + ((x - panel.left) / (panel.right - panel.left)) * (last - first));
  return Math.max(first, Math.min(last, year));
}

function readPanel(panel: Drawn, year: number | null, shown: ReadonlySet<string>): void {
  const {cursor, readout, series} = panel;
  cursor.setAttribute("visibility", year === null ? "hidden" : "visible");
  if (year !== null) {
    cursor.setAttribute("x1", String(placeOf(panel, year)));
    cursor.setAttribute("x2", String(placeOf(panel, year)));
  }
  if (!readout) return;
  const values = series.flatMap(({label, line, points}) => {
    const value = points.find(([at]) => at === year)?.[1];
    return value === undefined || (line !== null && !shown.has(line)) ? [] : [`${label} ${value}`];
  });
  readout.textContent = year === null || values.length === 0 ? "" : `${year}: ${values.join(", ")}`;
}

/** in pixels */
const mark = 6;

function shade(panel: Drawn, from: number, to: number): void {
  const [before, after] = panel.shades;
  const half = (panel.right - panel.left) / (panel.years[1] - panel.years[0]) / 2;
  const [start, end] = [placeOf(panel, from) - half, placeOf(panel, to) + half];
  // as wide as the marks at either end
  before?.setAttribute("x", String(panel.left - mark));
  before?.setAttribute("width", String(from === panel.years[0] ? 0 : start - panel.left + mark));
  after?.setAttribute("x", String(end));
  after?.setAttribute("width", String(to === panel.years[1] ? 0 : panel.right - end + mark));
}

interface ControlOptions {
  readonly lines: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly document: Document;
  readonly setLine: (line: string, on: boolean) => void;
  readonly setYear: (end: 0 | 1, year: number) => void;
}

function controls({lines, first, last, document, setLine, setYear}: ControlOptions): HTMLElement {
  const boxes = lines.map((line) => {
    const box = element(document, "input", {type: "checkbox", checked: true});
    box.addEventListener("change", () => setLine(line, box.checked));
    return element(document, "label", {class: "overview-tick"}, box, line);
  });
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const ends = (
    [
      [say("From year"), first],
      [say("To year"), last]
    ] as const
  ).map(([words, chosen], end) => {
    const select = element(
      document,
      "select",
      {},
      ...years.map((year) => element(document, "option", {value: year, selected: year === chosen}, String(year)))
    );
    select.addEventListener("change", () => setYear(end as 0 | 1, Number(select.value)));
    return element(document, "label", {}, words, select);
  });
  return element(document, "div", {class: "controls overview-controls"}, ...ends, ...boxes);
}
