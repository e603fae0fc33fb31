import { createHash } from 'node:crypto';
import { FILED_PLURALS } from '../../../publication/memberships.ts';
import { type ExportRecord, listContributors } from '../../export.record.ts';
import type { ExportFormat } from '../format.ts';

/** An Atom feed (RFC 4287). Feed readers show recently changed publications as new. */
export const atom: ExportFormat = {
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  open: ({ revision, revisedAt, listId }) => ({
    begin: [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      `  <id>${toUrn(`list ${listId}`)}</id>`,
      '  <title>Publications</title>',
      `  <subtitle>Revision ${revision} of the catalogue</subtitle>`,
      `  <updated>${revisedAt}</updated>`,
      '  <author><name>pubatlas</name></author>',
      '',
    ].join('\n'),
    write: (records) => records.map(toEntry).join(''),
    end: () => '</feed>\n',
  }),
};

function toEntry(record: ExportRecord): string {
  const { title, url, abstract, createdAt, updatedAt } = record;
  const authors = listContributors(record, 'AUTHOR');
  const lines = [
    '  <entry>',
    `    <id>${toUrn(`publication ${record.slug}`)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${updatedAt}</updated>`,
    `    <published>${createdAt}</published>`,
    ...authors.map(({ name }) => `    <author><name>${escapeXml(name)}</name></author>`),
    ...FILED_PLURALS.flatMap((plural) => record[plural]).map(
      ({ slug, name }) => `    <category term="${escapeXml(slug)}" label="${escapeXml(name)}"/>`,
    ),
    ...(url === null ? [] : [`    <link rel="alternate" href="${escapeXml(url)}"/>`]),
    // RFC 4287 requires content if an entry has no link.
    ...(url === null
      ? [`    <content>${escapeXml(abstract ?? title)}</content>`]
      : abstract === null
        ? []
        : [`    <summary>${escapeXml(abstract)}</summary>`]),
    '  </entry>',
    '',
  ];
  return lines.join('\n');
}

/** A UUID derived from a name (RFC 9562, version 8), so that a publication always has the same id. */
function toUrn(name: string): string {
  const bytes = createHash('sha256').update(`pubatlas ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for XML, and removes the characters that XML 1.0 does not allow. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
