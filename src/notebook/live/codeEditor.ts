/** The editor of a cell, loaded when the first is edited: CodeMirror with completion over what a cell has at hand. */
import {autocompletion, closeBrackets, closeCompletion, completionKeymap} from "@codemirror/autocomplete";
import type {Completion, CompletionContext, CompletionResult} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentWithTab} from "@codemirror/commands";
import {javascript} from "@codemirror/lang-javascript";
import {sql} from "@codemirror/lang-sql";
import {bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting} from "@codemirror/language";
import {EditorState, Prec} from "@codemirror/state";
import {drawSelection, EditorView, hoverTooltip, keymap, lineNumbers} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {element} from "../../components/parts/element.js";

export interface Documented {
  readonly name: string;
  readonly words: string;
  readonly example?: string;
}

export interface CodeEditorOptions {
  mode: string;
  label: string;
  /** names with their docstrings */
  docs: readonly Documented[];
  /** names that the notebook defines */
  variables: () => readonly string[];
  /** columns by table */
  tables: Readonly<Record<string, readonly string[]>>;
  onChange: (text: string) => void;
  onRun: () => void;
  onLeave: () => void;
}

export function codeEditor(parent: HTMLElement, text: string, options: CodeEditorOptions): EditorView {
  const {mode, label, onChange, onRun, onLeave} = options;
  const language =
    mode === "js" ? [javascript()] : mode === "sql" ? [sql({schema: options.tables as Record<string, string[]>})] : [];
  const run = (view: EditorView): boolean => {
    // else the next Escape would close what it offers, and not leave
    closeCompletion(view);
    onRun();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(
          keymap.of([
            {key: "Shift-Enter", run},
            {key: "Mod-Enter", run}
          ])
        ),
        mode === "md" ? [] : lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of("  "),
        autocompletion(mode === "js" ? {override: [completions(options)]} : {}),
        keymap.of([
          ...completionKeymap,
          ...historyKeymap,
          {
            key: "Escape",
            run: () => {
              onLeave();
              return true;
            }
          },
          ...defaultKeymap,
          indentWithTab
        ]),
        syntaxHighlighting(colours),
        ...language,
        mode === "js" ? hover(options) : [],
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({"aria-label": label}),
        EditorView.updateListener.of(({docChanged, state}) => {
          if (docChanged) onChange(state.doc.toString());
        })
      ]
    })
  });
}

const colours = HighlightStyle.define([
  {tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: "var(--control)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--outcome)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--participation)"},
  {tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic"}
]);

function completions({docs, variables, tables}: CodeEditorOptions) {
  return (context: CompletionContext): CompletionResult | null => {
    const member = context.matchBefore(/\btables\.\w*/);
    if (member)
      return {
        from: member.from + "tables.".length,
        options: Object.entries(tables).map(([label, columns]) => ({label, type: "class", info: columns.join(", ")}))
      };
    const word = context.matchBefore(/[A-Za-z_$][\w$]*/);
    if (!word && !context.explicit) return null;
    const before = context.state.sliceDoc(Math.max(0, context.pos - 60), word?.from ?? context.pos);
    const columns = /["'`][^"'`]*$|\bd\.$/.test(before);
    return {
      from: word?.from ?? context.pos,
      options: columns ? columnsIn(tables) : [...named(docs), ...own(variables())]
    };
  };
}

function columnsIn(tables: CodeEditorOptions["tables"]): Completion[] {
  const of = new Map<string, string[]>();
  for (const [table, columns] of Object.entries(tables))
    for (const column of columns) of.set(column, [...(of.get(column) ?? []), table]);
  return [...of].map(([label, found]) => ({label, type: "property", detail: found.slice(0, 2).join(", ")}));
}

function named(docs: readonly Documented[]): Completion[] {
  return docs.map(({name, words, example}) => ({
    label: name,
    type: "function",
    info: example ? `${words}\n${example}` : words
  }));
}

function own(names: readonly string[]): Completion[] {
  return names.map((label) => ({label, type: "variable"}));
}

/** What a name is, where the pointer rests on it. */
function hover({docs}: CodeEditorOptions) {
  return hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos);
    const word = [...line.text.matchAll(/[\w$]+/g)].find(
      ({index, 0: found}) => line.from + index <= pos && pos <= line.from + index + found.length
    );
    const doc = docs.find(({name}) => name === word?.[0]);
    if (!word || !doc) return null;
    return {
      pos: line.from + word.index,
      end: line.from + word.index + word[0].length,
      create: () => ({
        dom: element(
          document,
          "div",
          {class: "cell-doc"},
          element(document, "p", {}, doc.words),
          doc.example ? element(document, "pre", {}, doc.example) : null
        )
      })
    };
  });
}
