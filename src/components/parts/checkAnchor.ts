/** Where a check stands on its finding's page. */
export const checkAnchor = (id: string): string => `check-${id.replace(/[^\w-]+/g, "-")}`;
