/** From a page at `path` ("/findings/departments") to the site's root, as the start of a relative address. */
export const upFrom = (path: string): string => "../".repeat(path.split("/").length - 2) || "./";
