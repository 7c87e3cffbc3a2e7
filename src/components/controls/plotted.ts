/** A mark that a drawing has by its place alone. */
export interface PlottedPoint {
  /** in the drawing's own pixels */
  readonly x: number;
  readonly y: number;
  readonly words: () => string;
  /** what a click or Enter on it does */
  readonly act?: () => void;
}

/** The points of drawings that hold too many marks for an element each. */
export const plotted = new WeakMap<SVGSVGElement, readonly PlottedPoint[]>();
