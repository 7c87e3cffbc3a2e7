/**
 * A cell's code with the modules that it imports by name turned to their addresses in this site.
 *
 * @throws {SyntaxError} if it imports from elsewhere, which the page's policy would refuse without a word
 */
export function modulesFor(code: string, modules: Readonly<Record<string, string>>): string {
  return code.replaceAll(/\bimport\("([^"]+)"\)/g, (whole, name: string) => {
    if (Object.hasOwn(modules, name)) return `import(${JSON.stringify(modules[name])})`;
    if (/^https?:/.test(name) && !name.startsWith(globalThis.location?.origin ?? "none:"))
      throw new SyntaxError(
        `nothing is loaded from elsewhere here: ${name}; there are ${Object.keys(modules).join(", ")}`
      );
    return whole;
  });
}
