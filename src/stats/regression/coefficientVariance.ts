export type HeteroskedasticType = "HC0" | "HC1" | "HC2" | "HC3" | "HC4";
export type ClusterType = "CR0" | "CR1" | "CR1S" | "CR2" | "CR3" | "fixest";

export interface Variance {
  readonly method: string;
  readonly matrix: readonly Float64Array[];
  /** degrees of freedom by term */
  readonly df: Float64Array;
  /** CR2: what several terms' joint test takes instead of df */
  readonly joint?: (terms: readonly number[]) => number;
  /** by term, whether one cluster alone identifies it, so that the sum over clusters is no estimate of its variance */
  readonly sole?: readonly boolean[];
  /** two ways: the sum of the two less both together is no possible variance of some combination of terms */
  readonly indefinite?: boolean;
}

export interface Bending {
  readonly type: "CR2" | "CR3";
  readonly basis: HatBasis;
}

/** An orthonormal basis, and the rows of each cluster. */
export interface HatBasis {
  readonly q: readonly Float64Array[];
  readonly members: readonly number[][];
}
