import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/** where browsers are that are not on the path */
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
];

/**
 * A Chromium to print and to test with: the one that the environment's CHROMIUM names, one that is installed, or the one
 * that a development dependency ships, with the system libraries that it needs.
 *
 * @throws {Error} in one sentence, with the remedy
 */
export async function findBrowser({environment = process.env, installed = places} = {}): Promise<string> {
  if (environment.CHROMIUM !== undefined) return environment.CHROMIUM;
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...installed].find((path) =>
    existsSync(path)
  );
  return found ?? shippedBrowser();
}

async function shippedBrowser(): Promise<string> {
  // asked for before the import, which reads it: the libraries that bare machines lack come with the browser
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  try {
    const {default: chromium} = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } catch {
    throw new Error(
      "no Chromium here; install Chromium or Chrome, or name one in the environment: CHROMIUM=/path/to/it"
    );
  }
}
