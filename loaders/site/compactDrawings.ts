/**
 * Drawings in fewer bytes, and nothing of them seen to change: places to a tenth of a pixel, and one path for many marks that
 * are alike.
 *
 * Alike      neighbours of one group without words of their own, the same in all but their place: line segments, or shapes
 *            that are moved by a translation. They are not merged where they are translucent, since what lies over one another
 *            would then look lighter
 */
const drawing = /<svg[\s>][^]*?<\/svg>/g;
const tag = /<[a-z]+(?: [\w:-]+="[^"]*")+/g;
const placed = / (?:c?[xy]|[xy][12]|width|height|d|points|transform)="[^"]*"/g;
const fraction = /-?\d+\.\d+(?:e-?\d+)?/g;
/** runs of paths without content right at the start of a group, and what the group says of them */
const run = /(<g(?: [\w:-]+="[^"]*")*>)((?:<path(?: [\w:-]+="[^"]*")+ ?(?:\/>|><\/path>)){2,})/g;
const path = /<path((?: [\w:-]+="[^"]*")+) ?(?:\/>|><\/path>)/g;
const ownWords = / (?:id|data-[\w-]+|tabindex|(?:fill-|stroke-)?opacity)="/;
const segment = /^M-?[\d.]+,-?[\d.]+L-?[\d.]+,-?[\d.]+$/;
/** from an absolute start by relative steps */
const movable = /^M(-?[\d.]+),(-?[\d.]+)([a-z\d.,-]*Z?)$/;
const translation = / transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/;

export function compactDrawings(html: string): string {
  return html.replaceAll(drawing, (svg) => svg.replaceAll(tag, rounded).replaceAll(run, merged));
}

function rounded(open: string): string {
  // whose values are read off its place
  if (open.includes(" data-row=")) return open;
  return open.replaceAll(placed, (attribute) =>
    /"-?[\d.]+(?:em|%)"$|\b(?:scale|rotate|matrix)\(/.test(attribute)
      ? attribute
      : attribute.replaceAll(fraction, (number) => tenths(Number(number)))
  );
}

const tenths = (value: number): string => String(Math.round(value * 10) / 10 || 0);

function merged(whole: string, group: string, paths: string): string {
  if (ownWords.test(group)) return whole;
  const marks: {shape: string; readonly rest: string | null}[] = [];
  for (const [mark, attributes = ""] of paths.matchAll(path)) {
    const found = ownWords.test(attributes) ? null : shapeOf(attributes);
    const last = marks.at(-1);
    if (found && last?.rest === found.rest) last.shape += found.shape;
    else marks.push(found ?? {shape: mark, rest: null});
  }
  const written = marks.map(({shape, rest}) => (rest === null ? shape : `<path d="${shape}"${rest}></path>`));
  return [group, ...written].join("");
}

/** What a path draws where it stands, and what else is said of it; null where it can't be a part of another. */
function shapeOf(attributes: string): {shape: string; readonly rest: string} | null {
  const d = / d="([^"]*)"/.exec(attributes);
  if (!d) return null;
  const [attribute, shape = ""] = d;
  const rest = attributes.replace(attribute, "");
  const moved = translation.exec(rest);
  if (!moved) return segment.test(shape) ? {shape, rest} : null;
  const from = movable.exec(shape);
  if (!from) return null;
  const [x, y] = [1, 2].map((i) => tenths(Number(moved[i]) + Number(from[i])));
  return {shape: `M${x},${y}${from[3]}`, rest: rest.replace(moved[0], "")};
}
