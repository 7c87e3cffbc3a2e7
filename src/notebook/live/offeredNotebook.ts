import type {WrittenCell} from "../notebookFile.js";

export interface OfferedNotebook {
  readonly title: string;
  readonly cells: readonly WrittenCell[];
}
