import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import type { ExportRecord } from '../../src/export/export.record.ts';
import { bibtex } from '../../src/export/formats/bibtex/bibtex.ts';
import { type CslItem, type CslName, toCslItem } from '../../src/export/formats/csl/csl.item.ts';
import { csl } from '../../src/export/formats/csl/csl.ts';
import type { ExportFormat } from '../../src/export/formats/format.ts';
import { ris } from '../../src/export/formats/ris/ris.ts';
import { readBibtex } from '../../src/import/formats/bibtex/bibtex.ts';
import { readCsl } from '../../src/import/formats/csl/csl.ts';
import type { ReadRecords } from '../../src/import/formats/format.ts';
import { readRis } from '../../src/import/formats/ris/ris.ts';
import { withoutMarkup } from '../../src/import/formats/values/text.ts';
import type { PublicationRecord } from '../../src/import/record.ts';
import { exportRecords } from '../support/arbitrary-records.ts';

/** Set another one to try other publications. */
const SEED = Number(process.env.SEED ?? 20_261_128);
const OPTIONS = { heading: 'topic' } as const;

function write({ open }: ExportFormat, records: readonly ExportRecord[]): string {
  const csv = { shape: 'wide', by: 'country', hasBom: false } as const;
  const writer = open({ revision: 1, revisedAt: '', listId: '', csv, describe: () => null });
  return writer.begin + writer.write(records) + writer.end();
}

/** Repeats a round trip for generated publications. */
async function check(trip: (records: ExportRecord[]) => unknown): Promise<void> {
  await fc.assert(
    fc.asyncProperty(exportRecords, async (records) => {
      await trip(records);
    }),
    { seed: SEED, numRuns: 100, interruptAfterTimeLimit: 30_000 },
  );
}

/** A text as one line, in which an accent is one character with its letter. */
const oneLine = (text: string | null | undefined) =>
  text?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? null;

/** Text that looks like markup is markup to readers of these formats, so it is not written back. */
const unmarked = (records: readonly ExportRecord[]): ExportRecord[] =>
  records.map((record) => ({
    ...record,
    title: withoutMarkup(record.title),
    abstract: record.abstract && withoutMarkup(record.abstract),
    partOf: record.partOf && { ...record.partOf, title: withoutMarkup(record.partOf.title) },
  }));

type AnyRecord = ExportRecord | PublicationRecord;

/** The names of the contributors in a role, inverted if they are persons. */
const namesOf = ({ contributions }: AnyRecord, role: string) =>
  contributions
    .filter((item) => item.role === role)
    .map(({ author }) => (author.kind === 'PERSON' ? author.sortName : author.name));

const identifierOf = ({ identifiers = [] }: AnyRecord, scheme: string) =>
  identifiers.find((identifier) => identifier.scheme === scheme)?.value ?? null;

/** What the formats have in common. Numbers and place are those of the host work if the publication has none. */
function fieldsOf(record: AnyRecord) {
  const { partOf, edition = null, place = null, keywords = [], languages = [], url } = record;
  return {
    title: oneLine(record.title),
    abstract: oneLine(record.abstract),
    issued: record.issued ?? record.year?.toString() ?? null,
    authors: namesOf(record, 'AUTHOR'),
    editors: namesOf(record, 'EDITOR'),
    translators: namesOf(record, 'TRANSLATOR'),
    publishers: namesOf(record, 'PUBLISHER').join('; '),
    host: oneLine(partOf?.title),
    volume: record.volume ?? partOf?.volume ?? null,
    issue: record.issue ?? partOf?.issue ?? null,
    pages: record.pages ?? partOf?.pages ?? null,
    language: languages[0] ?? null,
    doi: identifierOf(record, 'DOI'),
    // The parser of BibTeX sorts keywords.
    keywords: [...keywords].sort(),
    ...{ edition, place, url },
  };
}

/** Types that a format has a word for; the others are read as `instead`. */
function typeOf({ type }: ExportRecord, unknown: readonly string[], instead: string | null): string | null {
  return type === 'TRAINING_MATERIAL' ? 'REPORT' : type !== null && unknown.includes(type) ? instead : type;
}

/** Our reader's records, none of which may be refused. */
function recordsIn({ records, refused }: ReadRecords): PublicationRecord[] {
  expect(refused).toEqual([]);
  return records.map(({ record }) => record);
}

/** Asserts that no name changed from a person's to an organisation's or the reverse. */
function expectKinds(read: readonly PublicationRecord[], records: readonly ExportRecord[]): void {
  const kinds = new Map(
    records.flatMap(({ contributions }) => contributions).map(({ author }) => [author.name, author.kind]),
  );
  const wrong = read
    .flatMap(({ contributions }) => contributions)
    .filter(({ author }) => author.kind !== 'UNKNOWN' && kinds.get(author.name) !== author.kind)
    .map(({ author }) => author);
  expect(wrong.filter(({ name }) => kinds.has(name))).toEqual([]);
}

const readByCitationJs = (text: string, type: string) =>
  new Cite(text, { forceType: type }).data as unknown as CslItem[];

/** A name, however a parser divides it. */
const whole = (name: CslName) => {
  const { 'non-dropping-particle': particle = '', ...parts } = name as CslName & Record<string, string>;
  if ('literal' in parts) return parts.literal;
  const family = `${particle} ${parts.family}`.trim();
  return [family, parts.given, parts.suffix].filter((part) => part !== undefined).join(', ');
};

describe('a CSL-JSON export', () => {
  it('gives the same fields to the import', () =>
    check((records) => {
      const read = recordsIn(readCsl(write(csl, records), OPTIONS));
      expect(read.map(fieldsOf)).toEqual(unmarked(records).map(fieldsOf));
      expect(read.map(({ type }) => type)).toEqual(
        records.map((record) => typeOf(record, [], null) ?? (record.partOf ? 'CHAPTER' : 'REPORT')),
      );
      expectKinds(read, records);
    }));
});

describe('a BibTeX export', () => {
  it('gives the same fields to the import', () =>
    check(async (records) => {
      const read = recordsIn(await readBibtex(write(bibtex, records), OPTIONS));
      expect(read.map(fieldsOf)).toEqual(unmarked(records).map(fieldsOf));
      expect(read.map(({ type }) => type)).toEqual(
        records.map(
          (record) =>
            typeOf(record, ['DATASET', 'WEB_PAGE', 'LEGISLATION', 'OTHER'], null) ??
            (record.type === null && record.partOf ? 'CHAPTER' : null),
        ),
      );
      expectKinds(read, records);
    }));

  it('gives the same fields to another parser', () =>
    check((records) => {
      const pick = (item: CslItem) => ({
        title: oneLine(item.title),
        authors: item.author?.map(whole),
        editors: item.editor?.map(whole),
        issued: item.issued?.['date-parts'][0].slice(0, 2),
        doi: item.DOI,
      });
      const items = readByCitationJs(write(bibtex, records), '@bibtex/text');
      expect(items.map(pick)).toEqual(records.map(toCslItem).map(pick));
    }));
});

describe('a RIS export', () => {
  it('gives the same fields to the import', () =>
    check((records) => {
      const read = recordsIn(readRis(write(ris, records), OPTIONS));
      const expected = unmarked(records).map((record) => {
        const fields = fieldsOf(record);
        // Only these types have a tag for translators.
        if (!['BOOK', 'CHAPTER', 'ARTICLE'].includes(record.type ?? (record.partOf ? 'CHAPTER' : '')))
          fields.translators = [];
        // Tags of statutes have other meanings, so they are not read.
        const none = { publishers: '', host: null, volume: null, issue: null, pages: null, place: null };
        if (record.type === 'LEGISLATION') return { ...fields, ...none, edition: null };
        return {
          ...fields,
          ...(record.type === 'ARTICLE' && { edition: null }),
          ...(record.type === 'THESIS' && { host: null }),
        };
      });
      expect(read.map(fieldsOf)).toEqual(expected);
      expect(read.map(({ type }) => type)).toEqual(
        records.map((record) =>
          record.type === null ? (record.partOf ? 'CHAPTER' : 'REPORT') : typeOf(record, ['OTHER'], null),
        ),
      );
      expectKinds(read, records);
    }));

  it('gives the same fields to another parser', () =>
    check((records) => {
      const pick = (item: CslItem) => ({
        title: oneLine(item.title),
        year: Number(item.issued?.['date-parts'][0][0]) || undefined,
        doi: item.DOI,
        url: item.URL,
      });
      const items = readByCitationJs(write(ris, records), '@ris/file');
      expect(items.map(pick)).toEqual(records.map(toCslItem).map(pick));
    }));
});
