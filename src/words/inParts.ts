export interface MethodParts {
  /** parts of an estimator's name for what it did, as a reader says them */
  readonly parts: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** errors that hang together within groups: "CR2 by unit" */
  readonly within: (errors: string, group: string) => string;
  readonly joined: string;
}

/** An estimator's name in words; a part that is not known is left as it is. */
export const inParts =
  ({parts, groups, within, joined}: MethodParts) =>
  (method: string): string =>
    method
      .split(", ")
      .map(
        (part) =>
          parts.get(part) ??
          part.replace(/^(CR\w+) by (\w+)$/, (_, errors: string, by: string) => within(errors, groups.get(by) ?? by))
      )
      .join(joined);
