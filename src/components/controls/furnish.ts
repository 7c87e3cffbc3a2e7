import {closeMenus} from "./closeMenus.js";
import {markSection} from "./markSection.js";
import {openTerms} from "./openTerms.js";
import {searchSite} from "./searchSite.js";

/** Brings to life what is around a page: its contents, the meanings of its terms, the site's menus and search. */
export function furnish(document: Document = globalThis.document): void {
  closeMenus(document);
  markSection(document);
  openTerms(document);
  searchSite(document);
}

furnish();
