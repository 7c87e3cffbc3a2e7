import {printPublished} from "../../loaders/release/printPublished.js";

await printPublished(process.argv.slice(2));
