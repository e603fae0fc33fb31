import { DomHandler, DomUtils, Parser } from 'htmlparser2';

export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** An element with its content and position. Line numbers start at 1. */
export interface FoundElement {
  element: XmlElement;
  firstLine: number;
  lastLine: number;
  /** False if the text ends within it. */
  isWhole: boolean;
}

/** Maximum nested elements. Deeper ones could overflow the stack, and take a time that grows with the square. */
const MOST_NESTED = 1000;

/** An element's name without its namespace prefix. */
export function localName({ name }: Pick<XmlElement, 'name'>): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All elements with a local name within some nodes, at any depth. */
export function elementsNamed(nodes: Parameters<typeof DomUtils.filter>[1], local: string): XmlElement[] {
  const isNamed = (node: Parameters<typeof DomUtils.isTag>[0]) =>
    DomUtils.isTag(node) && localName(node) === local;
  return DomUtils.filter(isNamed, nodes, true) as XmlElement[];
}

/** The trimmed texts of the descendants with a local name, without empty ones. */
export function textsOf({ children }: XmlElement, local: string): string[] {
  return elementsNamed(children, local)
    .map((child) => DomUtils.textContent(child).trim())
    .filter((text) => text !== '');
}

/**
 * Finds the outermost elements with certain local names in XML that arrives in pieces. It keeps at most one element and
 * one piece in memory.
 */
export class ElementFinder {
  private readonly names: ReadonlySet<string>;
  private readonly parser: Parser;
  private readonly lines = new LineCounter();
  private found: FoundElement[] = [];
  /** Builds the open element; null outside of one. */
  private builder: DomHandler | null = null;
  private depth = 0;
  /** Nested elements, also outside of the open element. */
  private level = 0;
  private firstLine = 1;

  constructor(...names: string[]) {
    this.names = new Set(names);
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        onclosetag: (_, isImplied) => this.close(!isImplied),
        ontext: (text) => this.builder?.ontext(text),
      },
      { xmlMode: true },
    );
  }

  /** Reads a piece. @returns the elements that end in it */
  read(piece: string): FoundElement[] {
    this.lines.add(piece);
    this.parser.write(piece);
    return this.take();
  }

  /** Ends the text. @returns the element that the text ends within, if any */
  end(): FoundElement[] {
    this.parser.end();
    return this.take();
  }

  private take(): FoundElement[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (++this.level > MOST_NESTED) throw new RangeError(`The XML nests more than ${MOST_NESTED} elements.`);
    if (this.builder === null) {
      if (!this.names.has(localName({ name }))) return;
      this.builder = new DomHandler();
      this.firstLine = this.lines.at(this.parser.startIndex);
    }
    this.depth++;
    this.builder.onopentag(name, attributes);
  }

  private close(isWhole: boolean): void {
    this.level--;
    if (this.builder === null) return;
    this.builder.onclosetag();
    this.depth--;
    if (this.depth > 0) return;
    const { firstLine, builder } = this;
    this.builder = null;
    const [element] = builder.root.children;
    if (element && DomUtils.isTag(element))
      this.found.push({ element, firstLine, lastLine: this.lines.at(this.parser.endIndex), isWhole });
  }
}

/** Converts offsets to line numbers for a text that arrives in pieces. Offsets must not decrease. */
class LineCounter {
  private length = 0;
  /** Newlines after the last offset, and the number of newlines before it. */
  private breaks: number[] = [];
  private passed = 0;

  add(piece: string): void {
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1))
      this.breaks.push(this.length + at);
    this.length += piece.length;
  }

  /** The line number of an offset, from 1. The offset must not be less than an earlier one. */
  at(offset: number): number {
    const ahead = this.breaks.findIndex((end) => end >= offset);
    const behind = ahead < 0 ? this.breaks.length : ahead;
    this.breaks.splice(0, behind);
    this.passed += behind;
    return this.passed + 1;
  }
}
