import {createHash} from "node:crypto";

/**
 * What a page may do: run the scripts of its own site and those that stand in it, by their hash; ask nobody but its own
 * site. Only pages of notebooks may evaluate, and their threads are made from blobs, which keep to this policy too, where
 * one made from an address would have none.
 *
 * @param scripts  the text of each script that stands in the page
 */
export function contentPolicy(scripts: readonly string[], {notebook = false}: {notebook?: boolean} = {}): string {
  const hashes = [...new Set(scripts)].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  const policy: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", ...hashes, ...(notebook ? ["'unsafe-eval'", "blob:"] : [])],
    // the library of inputs writes places for its handlers into markup
    ...(notebook && {"script-src-attr": ["'unsafe-inline'"]}),
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": notebook ? ["blob:"] : ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"]
  };
  return Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
