import type {PublishedRecord, Source} from "./publishedRecord.js";

/** What a release is bound by of those before it. */
export interface Standing {
  /** null before a study's first release */
  readonly record: PublishedRecord | null;
  /** whether a source's period was closed by an earlier release, so that its figures stand */
  isFixed(source: Source, period: number): boolean;
  /** whether a source's period is not closed yet, so that nothing of its persons is published */
  isOpen(source: Source, period: number): boolean;
  /** whether what spans the periods of these sources is made anew in this release */
  isRemade(sources: readonly Source[], options?: {readonly eachCell?: boolean}): boolean;
  /** whether a steward has one of these sources revised in this release: in each of its cells enough persons differ, or none */
  isRevised(sources: readonly Source[]): boolean;
  /** whether what was never published of these sources may be: none of their closed periods differs in few persons */
  mayAdd(sources: readonly Source[]): boolean;
  /** persons behind a row of a table that spans periods, when it was published last; undefined where it is not known */
  personsThen(table: string, row: string): number | undefined;
  /** fewest persons in whom a figure that is made anew differs from the one before */
  readonly least: number;
}

/** Which sources a module's figures of persons are of. */
export interface OfPersons {
  readonly sources: readonly [Source, ...Source[]];
  /** column that holds a row's period; without it, every figure spans them */
  readonly period?: string;
  /** column by whose published counts the figures of merged units are weighted */
  readonly weight?: string;
  /** whether each cell of its sources has a term of its own, so that enough persons must be new in each that has any */
  readonly eachCell?: true;
}
