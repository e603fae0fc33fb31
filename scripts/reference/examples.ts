import type { Example } from '../../src/server/playground.examples.ts';
import { toPage } from './markdown.ts';

/** An example of the playground, with its answer for the sample listing. */
export interface AnsweredExample extends Example {
  data: unknown;
}

/** Lists are cut after this number of items. */
const MOST_ITEMS = 3;

/** Strings are cut after this number of characters. */
const MOST_CHARACTERS = 160;

/** Fields whose values differ between two catalogues with the same publications. */
const VARYING = ['finishedAt', 'version'];

/** docs/reference/examples.md */
export function examplesPage(examples: readonly AnsweredExample[]): string {
  const audiences = [...new Set(examples.map(({ audience }) => audience))];
  const parts = [
    `The menu of the [playground](http://localhost:4000/playground) has these operations. The answers are those of the sample listing. Here they are cut: \`…\` stands for the rest of a text or a list, and for a time or a version.`,
    ...audiences.flatMap((audience) => [
      `## ${audience}`,
      ...examples.filter((example) => example.audience === audience).flatMap(describeExample),
    ]),
  ];
  return toPage('Examples', 'client developers', '`playground/examples`', parts, 'generate:examples');
}

function describeExample({ name, title, query, variables, data }: AnsweredExample): string[] {
  const lines = query.trimEnd().split('\n');
  const start = lines.findIndex((line) => !line.startsWith('#'));
  const description = lines.slice(1, start).map((line) => line.replace(/^# ?/, ''));
  return [
    `### ${title}`,
    description.join('\n').trim(),
    toFence(`graphql example=${name}`, lines.slice(start).join('\n')),
    ...(variables === null ? [] : ['With these variables:', toFence('json', variables)]),
    'The answer:',
    toFence('json', printJson({ data: shorten(data) })),
  ];
}

function toFence(info: string, code: string): string {
  return `\`\`\`${info}\n${code}\n\`\`\``;
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value;
  if (Array.isArray(value))
    return [...value.slice(0, MOST_ITEMS).map(shorten), ...(value.length > MOST_ITEMS ? ['…'] : [])];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, VARYING.includes(key) ? '…' : shorten(child)]),
  );
}

/** Prints JSON with every object and list that fits on one line of 100 characters. */
function printJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const print = (inner: string) =>
    Object.entries(value).map(([key, child]) =>
      Array.isArray(value) ? printJson(child, inner) : `${JSON.stringify(key)}: ${printJson(child, inner)}`,
    );
  const line = `${open}${print('').join(', ')}${close}`;
  if (!line.includes('\n') && indent.length + line.length <= 100) return line;
  const inner = `${indent}  `;
  return `${open.trim()}\n${print(inner)
    .map((item) => `${inner}${item}`)
    .join(',\n')}\n${indent}${close.trim()}`;
}
