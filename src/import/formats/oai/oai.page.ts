import { Parser } from 'htmlparser2';
import { localName } from '../values/xml.ts';

/** The content of an OAI-PMH answer, without the records themselves. */
export interface OaiPage {
  /** The identifiers of its records, including deleted ones. */
  identifiers: string[];
  /** The resumption token; null on the last page. */
  token: string | null;
  error: { code: string; message: string } | null;
  /** False if the answer is truncated. */
  isWhole: boolean;
}

/** Reads an OAI-PMH answer. @returns a description of the text, as a string, if it is something else */
export function readOaiPage(text: string): OaiPage | string {
  const page: OaiPage = { identifiers: [], token: null, error: null, isWhole: false };
  let root: string | null = null;
  const open: string[] = [];
  let content = '';
  const parser = new Parser(
    {
      onopentag(name, { code = '' }) {
        const local = localName({ name });
        root ??= local;
        open.push(local);
        content = '';
        if (local === 'error' && open.length === 2) page.error ??= { code, message: '' };
      },
      ontext: (piece) => (content += piece),
      onclosetag(_, isImplied) {
        const local = open.pop();
        const value = content.trim();
        if (local === 'identifier' && open.at(-1) === 'header') page.identifiers.push(value);
        if (local === 'resumptionToken' && open.length === 2) page.token = value || null;
        if (local === 'error' && open.length === 1 && page.error) page.error.message ||= value;
        if (open.length === 0) page.isWhole = !isImplied;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return root === 'OAI-PMH' ? page : describe(text, root);
}

function describe(text: string, root: string | null): string {
  if (root === null) return text.trim() === '' ? 'nothing' : 'text that is no XML';
  if (!/^html$/i.test(root)) return `XML with the root element <${root}>`;
  const title = /<title[^<>]*>\s*([^<]{1,80})/i.exec(text)?.[1]?.trim();
  return title === undefined ? 'a web page' : `a web page, "${title}"`;
}
