/**
 * A document as far as figures and tables are drawn in one: elements, attributes, text and what is found by a selector, and
 * nothing of a browser. jsdom, which gives every element a style, observers and an interface of its own, takes several times
 * as long; it is the tests' oracle.
 */
import {html} from "parse5";
import {matches} from "./plainSelector.js";

const elementType = 1;
const textType = 3;

class PlainNode {
  parentNode: PlainNode | null = null;
  readonly childNodes: PlainNode[] = [];

  constructor(
    readonly ownerDocument: PlainDocument,
    readonly nodeType: number,
    /** of text alone */
    public data = ""
  ) {}

  get parentElement(): PlainElement | null {
    return this.parentNode instanceof PlainElement ? this.parentNode : null;
  }

  get children(): PlainElement[] {
    return this.childNodes.filter((child) => child instanceof PlainElement);
  }

  get firstChild(): PlainNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): PlainNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  get nextSibling(): PlainNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  get textContent(): string {
    return this.nodeType === textType ? this.data : this.childNodes.map(({textContent}) => textContent).join("");
  }

  set textContent(text: string | null) {
    if (this.nodeType === textType) {
      this.data = text ?? "";
      return;
    }
    while (this.firstChild) this.firstChild.remove();
    if (text !== null && text !== "") this.append(text);
  }

  insertBefore<Node extends PlainNode>(node: Node, before: PlainNode | null = null): Node {
    if (before === node) return node;
    node.remove();
    node.parentNode = this;
    if (before === null) this.childNodes.push(node);
    else this.childNodes.splice(this.childNodes.indexOf(before), 0, node);
    return node;
  }

  appendChild<Node extends PlainNode>(node: Node): Node {
    return this.insertBefore(node);
  }

  removeChild<Node extends PlainNode>(node: Node): Node {
    node.remove();
    return node;
  }

  append(...nodes: readonly (PlainNode | string)[]): void {
    for (const node of nodes) this.insertBefore(this.asNode(node));
  }

  prepend(...nodes: readonly (PlainNode | string)[]): void {
    const first = this.firstChild;
    for (const node of nodes) this.insertBefore(this.asNode(node), first);
  }

  remove(): void {
    const siblings = this.parentNode?.childNodes;
    if (siblings) siblings.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }

  querySelectorAll(selector: string): PlainElement[] {
    return this.children.flatMap((child) => [
      ...(matches(child, selector) ? [child] : []),
      ...child.querySelectorAll(selector)
    ]);
  }

  querySelector(selector: string): PlainElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  /** Nothing ever happens here. */
  addEventListener(): void {}

  private asNode(node: PlainNode | string): PlainNode {
    return node instanceof PlainNode ? node : this.ownerDocument.createTextNode(String(node));
  }
}

class PlainElement extends PlainNode {
  readonly attributes = new Map<string, string>();

  constructor(
    document: PlainDocument,
    readonly namespaceURI: string,
    readonly localName: string
  ) {
    super(document, elementType);
  }

  get tagName(): string {
    return this.isHtml ? this.localName.toUpperCase() : this.localName;
  }

  get isHtml(): boolean {
    return this.namespaceURI === html.NS.HTML;
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(this.named(name)) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(this.named(name));
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(this.named(name), String(value));
  }

  setAttributeNS(_: string | null, name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.attributes.delete(this.named(name));
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  set id(value: string) {
    this.setAttribute("id", value);
  }

  get classList(): {add: (...names: string[]) => void; contains: (name: string) => boolean} {
    const names = (): string[] => (this.getAttribute("class") ?? "").split(/\s+/).filter(Boolean);
    return {
      add: (...added) => this.setAttribute("class", [...new Set([...names(), ...added])].join(" ")),
      contains: (name) => names().includes(name)
    };
  }

  /** Written into the attribute as it is given: what is drawn here sets no more than plain properties. */
  get style(): Record<string, unknown> {
    const set = (name: string, value: unknown): boolean => {
      const before = (this.getAttribute("style") ?? "").split(/;\s*/).filter(Boolean);
      const kept = new Map(before.map((one) => [one.split(":")[0] ?? "", one.replace(/^[^:]*:\s*/, "")]));
      if (value === null || value === "") kept.delete(name);
      else kept.set(name, String(value));
      this.setAttribute("style", Array.from(kept, (one) => `${one.join(": ")};`).join(" "));
      return true;
    };
    const kebab = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return new Proxy({setProperty: set}, {set: (_, key, value) => set(kebab(String(key)), value)});
  }

  matches(selector: string): boolean {
    return matches(this, selector);
  }

  get outerHTML(): string {
    return written(this);
  }

  private named(name: string): string {
    return this.isHtml ? name.toLowerCase() : name;
  }
}

class PlainDocument extends PlainNode {
  readonly documentElement: PlainElement;

  constructor() {
    super(undefined as unknown as PlainDocument, 9);
    this.documentElement = this.appendChild(this.createElement("html"));
  }

  createElement(name: string): PlainElement {
    return new PlainElement(this, html.NS.HTML, name.toLowerCase());
  }

  createElementNS(namespace: string, name: string): PlainElement {
    return new PlainElement(this, namespace, name);
  }

  createTextNode(text: string): PlainNode {
    return new PlainNode(this, textType, text);
  }
}

/** Elements that have no end. */
const empty = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
/** Elements of HTML whose text is written as it is. */
const raw = new Set(["style", "script"]);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "\u00a0": "&nbsp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;"
};
const escaped = (text: string, characters: RegExp): string =>
  text.replaceAll(characters, (one) => entities[one] ?? one);

/** As the HTML standard writes it. */
function written(node: PlainNode, parent?: PlainElement): string {
  if (!(node instanceof PlainElement))
    return parent?.isHtml && raw.has(parent.localName) ? node.data : escaped(node.data, /[&\u00a0<>]/g);
  let text = `<${node.localName}`;
  for (const [name, value] of node.attributes) text += ` ${name}="${escaped(value, /[&\u00a0<>"]/g)}"`;
  text += ">";
  if (node.isHtml && empty.has(node.localName)) return text;
  for (const child of node.childNodes) text += written(child, node);
  return `${text}</${node.localName}>`;
}

/** A new document, for whoever draws in one. */
export const plainDocument = (): Document => new PlainDocument() as unknown as Document;
