/** A mark that a drawing has by its place alone. */
export interface PlottedPoint {
  /** in the drawing's own pixels */
  readonly x: number;
  readonly y: number;
  readonly words: () => string;
  /** what a click or Enter on it does */
  readonly act?: () => void;
}

/** Many such marks, of which none is made before it is pointed at. */
export interface PlottedCloud {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly words: (index: number) => string;
}

/** The points of drawings that hold too many marks for an element each. */
export const plotted = new WeakMap<SVGSVGElement, readonly PlottedPoint[] | PlottedCloud>();
