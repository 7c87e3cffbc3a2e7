import {posix} from "node:path";

/** From a page at `path` ("/findings/departments") to a place under the site's root, as a relative address. */
export function linkFrom(path: string, place: string): string {
  const link = posix.relative(posix.dirname(path), `/${place}`);
  return link.startsWith("../") ? link : `./${link}`;
}
