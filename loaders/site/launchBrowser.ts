import {chromium, type Browser} from "playwright-core";
import {findBrowser} from "./findBrowser.js";

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/** The browser that prints, and that tests and benches look with: the one at hand, asking nobody for anything. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: await findBrowser(), args});
}
