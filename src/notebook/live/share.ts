/** A notebook as a link: its file compressed into the address, which no server sees. */
import {count} from "../../words/en/numbers.js";

/** in characters; mail programs and chats cut longer addresses */
export const longestLink = 8000;

/**
 * The code of a link to a notebook.
 *
 * @throws {RangeError} if it is too long for a link
 */
export async function packed(text: string): Promise<string> {
  const bytes = await through(new Blob([text]), new CompressionStream("deflate-raw"));
  const code = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  if (code.length > longestLink)
    throw new RangeError(
      `too long for a link: ${count(code.length)} of at most ${count(longestLink)} characters; save it as a file`
    );
  return code;
}

/**
 * The notebook's file in a link's code.
 *
 * @throws {RangeError} if it is none
 */
export async function unpacked(code: string): Promise<string> {
  if (code.length > longestLink) throw new RangeError("this link is longer than any that is made here");
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0)
    );
    return new TextDecoder().decode(await through(new Blob([bytes]), new DecompressionStream("deflate-raw")));
  } catch {
    throw new RangeError("this link holds no notebook; part of it may be missing");
  }
}

/** as long as a notebook may be, so that a few bytes cannot fill the memory */
const most = 2_000_000;

async function through(from: Blob, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const reader = from
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>)
    .getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ;) {
    const {done, value} = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) throw new RangeError("too large");
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
