import {worldsMadeBy} from "../release/nullWorlds.js";
import {worldsDigest} from "./worldsDigest.js";

/** A line for whoever builds a study whose simulated studies are of other code, policy or parameters; null where they are not. */
export async function staleWorlds(folder: string): Promise<string | null> {
  const made = await worldsMadeBy(folder);
  if (made === null || made === worldsDigest()) return null;
  return `${folder}/worlds.json is of code, policy or parameters that have changed since; make it anew: npx longview worlds`;
}
