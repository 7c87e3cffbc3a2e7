/** Notebooks kept on this device, each as its file; nothing leaves it. */
const prefix = "longview.notebook.";
const hand = "longview.handed.";

export interface Kept {
  readonly id: string;
  readonly title: string;
  readonly changed: string;
}

export function keep(id: string, title: string, file: string): void {
  localStorage.setItem(prefix + id, JSON.stringify({title, changed: new Date().toISOString(), file}));
}

export function kept(id: string): string | null {
  return read(prefix + id)?.file ?? null;
}

export function forget(id: string): void {
  localStorage.removeItem(prefix + id);
}

/** The notebooks on this device, the last changed first. */
export function listKept(): Kept[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const entry = read(key);
      return entry ? [{id: key.slice(prefix.length), title: entry.title, changed: entry.changed}] : [];
    })
    .toSorted((a, b) => (a.changed < b.changed ? 1 : -1));
}

/** Hands a notebook from a page of this site to the live one, which no link from elsewhere can. */
export function handOver(file: string): string {
  const key = crypto.randomUUID();
  sessionStorage.setItem(hand + key, file);
  return key;
}

export function handed(key: string): string | null {
  const file = sessionStorage.getItem(hand + key);
  sessionStorage.removeItem(hand + key);
  return file;
}

function read(key: string): {title: string; changed: string; file: string} | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as {title: string; changed: string; file: string} | null;
  } catch {
    return null;
  }
}
