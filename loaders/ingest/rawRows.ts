/** A raw file's records as text, whatever the file is: what every reader gives and staging takes. */
export interface RawRows {
  /** SQL to stand after FROM: the schema's fields as text, and `_row` where `above` is null */
  readonly from: string;
  /** rows of the file above the first record; null where each record carries its own `_row` */
  readonly above: number | null;
  /** columns that the schema does not know: read past, never published */
  readonly extra: readonly string[];
  /** bytes of the file; 0 of a query */
  readonly bytes: number;
  /** the text's encoding, where the file is text */
  readonly encoding?: string;
  /** fails on records that are not of the file's shape, once they have been read */
  checkShape?(): Promise<void>;
}
