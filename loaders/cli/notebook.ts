import {exitWith} from "./exitWith.js";
import {verb} from "./verb.js";

export const notebook = verb({
  name: "notebook",
  does: "pages with code",
  example: 'notebook new "Is it the big departments?"'
}).addCommand(
  verb({name: "new", does: "begin a page with code", example: 'notebook new "Is it the big departments?"'})
    .argument("<title>", "of the page")
    .option("--study <folder>", "among the study's own pages, not the site's")
    .action(async (title: string, options: {study?: string}) =>
      exitWith((await import("../notebook/runNotebook.js")).runNotebook(title, options))
    )
);
