/** A value as a file or a specification has it: no column is typed before what it is for is known. */
export type Cell = string | number | boolean | null;

export type Table = Readonly<Record<string, readonly Cell[]>>;

export type Specification = Readonly<Record<string, unknown>>;
