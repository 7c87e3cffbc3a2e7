import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {unzipSync} from "fflate";
import type {Resource} from "../study/rawResource.js";

/** what raw files are written in; one that reads as nonsense finds nobody */
const encodings = ["utf-8", "utf-16le", "utf-16be", "shift_jis", "euc-jp", "windows-1252"].map(
  (name) => new TextDecoder(name)
);

export interface FilesNaming {
  /** files in which a word is the person's key, in whatever capitals, encoding and packing */
  readonly naming: readonly string[];
  /** files whose words cannot be looked for here */
  readonly unread: readonly string[];
}

export async function filesNaming(
  folder: string,
  resources: readonly Pick<Resource, "path" | "format" | "compression">[],
  person: string
): Promise<FilesNaming> {
  const escaped = fold(person).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const key = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u");
  const [naming, unread]: [string[], string[]] = [[], []];
  for (const resource of resources) {
    const bytes = await readFile(join(folder, resource.path)).catch(() => null);
    if (!bytes) continue;
    const parts = resource.format === "parquet" ? null : unpacked(bytes, resource);
    if (!parts) unread.push(resource.path);
    else if (parts.some((part) => encodings.some((encoding) => key.test(fold(encoding.decode(part))))))
      naming.push(resource.path);
  }
  return {naming, unread};
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Null where the file is not packed as it is declared to be. */
function unpacked(
  bytes: Uint8Array,
  {format, compression}: Pick<Resource, "format" | "compression">
): readonly Uint8Array[] | null {
  try {
    if (compression === "gzip") return [gunzipSync(bytes)];
    return compression === "zip" || format === "xlsx" ? Object.values(unzipSync(bytes)) : [bytes];
  } catch {
    return null;
  }
}
