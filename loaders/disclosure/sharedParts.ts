import type {PublishedCell} from "./publishedCell.js";

/** For each of the cells, by its place among them, the places of those whose groups share a part with its own, in order. */
export function sharedParts(cells: readonly Pick<PublishedCell, "parts">[]): (place: number) => readonly number[] {
  const byPart = new Map<string, number[]>();
  cells.forEach(({parts}, place) => {
    for (const part of parts.keys()) {
      const places = byPart.get(part);
      if (places) places.push(place);
      else byPart.set(part, [place]);
    }
  });
  const known: (readonly number[] | undefined)[] = [];
  return (place) => {
    const sharing = known[place] ?? placesOf(cells[place]!.parts.keys(), byPart);
    known[place] = sharing;
    return sharing;
  };
}

function placesOf(parts: Iterable<string>, byPart: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const places = new Set<number>();
  for (const part of parts) for (const place of byPart.get(part) ?? []) places.add(place);
  return [...places].toSorted((a, b) => a - b);
}
