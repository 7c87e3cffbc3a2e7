/** The groups of a site's navigation, in their order; a page names its own or gets it by its folder. */
export const navigationGroups = ["Report", "Findings", "Checks", "Explore", "Data", "Methods", "Notebooks"] as const;

export type NavigationGroup = (typeof navigationGroups)[number];

const byAddress: readonly (readonly [RegExp, NavigationGroup])[] = [
  [/^index\.html$/, "Report"],
  [/^findings\//, "Findings"],
  [/^robustness\.html$/, "Checks"],
  [/^(explore|overview)\b/, "Explore"],
  [/^notebooks\b/, "Notebooks"],
  [/^(data|changes|changed|lattice)\b/, "Data"]
];

/**
 * @param named  the group in the page's front matter
 * @throws {RangeError} if there is no such group
 */
export function groupOf(address: string, named?: string): NavigationGroup {
  if (named === undefined) return byAddress.find(([pattern]) => pattern.test(address))?.[1] ?? "Methods";
  const group = navigationGroups.find((one) => one === named);
  if (!group)
    throw new RangeError(`${address}: no such group of pages: ${named}; one of ${navigationGroups.join(", ")}`);
  return group;
}
