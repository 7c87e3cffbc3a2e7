/** Where a notebook stands: how it is kept, whether it may leave, what its cells have beside the usual. */
export interface Host {
  /** keeps it, and answers with what was done, for the reader */
  keep(id: string, title: string, file: string): string | Promise<string>;
  /** whether it may be shared as a link or a file, and others be opened */
  readonly shares: boolean;
  readonly builtins?: Readonly<Record<string, () => unknown>>;
  /** marks what a cell has shown */
  readonly mark?: (output: HTMLElement) => void;
}
