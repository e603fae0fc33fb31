import { DomUtils } from 'htmlparser2';
import { type InputFile, readPieces } from '../../input.ts';
import type { Batch, SourceBatches } from '../../stated.ts';
import type { Format, ReadOptions, ReadRecords } from '../format.ts';
import { readDataCiteResource } from '../datacite/datacite.xml.ts';
import { readDate } from '../values/dates.ts';
import { Draft } from '../values/draft.ts';
import { lookUp } from '../values/look-up.ts';
import { readLicense } from '../values/license.ts';
import { readWithinStack } from '../text-format.ts';
import { REPOSITORY_TYPES, typeWord } from '../values/repository.types.ts';
import { addStandardNumbers } from '../values/standard-numbers.ts';
import { withoutMarkup } from '../values/text.ts';
import {
  ElementFinder,
  type FoundElement,
  type XmlElement,
  elementsNamed,
  localName,
  textsOf,
} from '../values/xml.ts';

/**
 * XML of repositories: OAI-PMH answers in Dublin Core (`oai_dc`), DataCite (`oai_datacite`) or OpenAIRE
 * (`oai_openaire`), or the elements `dc` and `resource` of these, within any element.
 */
export const oaiDc: Format = {
  title: 'OAI-PMH, Dublin Core and DataCite XML',
  isLike: (start) =>
    /^<\?xml|^<[\w:]/.test(start) &&
    /<(?:\w+:)?OAI-PMH[\s>]|<oai_dc:dc[\s>]|purl\.org\/dc\/elements|datacite\.org\/schema\/kernel|namespace\.openaire\.eu\/schema\/oaire/.test(
      start,
    ),
  open: (file, options): SourceBatches => ({
    source: { file: file.name, path: file.home, format: 'OAI_DC', heading: '', headingKind: '' },
    batches: readBatches(file, options),
  }),
};

/** Number of records that are written together. */
const BATCH_SIZE = 2000;

/** Reads a file in pieces, so that memory doesn't depend on its size. */
async function* readBatches(file: InputFile, options: ReadOptions): AsyncGenerator<Batch> {
  const finder = new ElementFinder(...ELEMENTS);
  let read = nothingRead();
  let [isFirst, isAnyFound] = [true, false];
  for await (const piece of readPieces(file, options.encoding)) {
    for (const found of await readWithinStack(file, () => finder.read(piece)))
      readElement(found, read, options);
    if (read.records.length < BATCH_SIZE) continue;
    yield toBatch(false);
    [read, isFirst, isAnyFound] = [nothingRead(), false, true];
  }
  for (const found of finder.end()) readElement(found, read, options);
  if (!isAnyFound) noteNothingFound(read);
  yield toBatch(isFirst);

  function toBatch(isWhole: boolean): Batch {
    const refused = read.refused.map((part) => ({ ...part, file: file.name }));
    return { ...read, refused, descriptions: [], isWhole };
  }
}

/** The result of reading OAI-PMH. */
export interface OaiRecords extends ReadRecords {
  /** The repository's identifiers of deleted records. */
  deleted: string[];
}

/** The elements to read: records, Dublin Core and DataCite outside of a record, and errors. */
const ELEMENTS = ['record', 'dc', 'resource', 'error'];

function nothingRead(): OaiRecords {
  return { records: [], refused: [], deleted: [] };
}

/** Reads Dublin Core XML. */
export function readOaiDc(text: string, options: ReadOptions): OaiRecords {
  const finder = new ElementFinder(...ELEMENTS);
  const read = nothingRead();
  for (const found of [...finder.read(text), ...finder.end()]) readElement(found, read, options);
  noteNothingFound(read);
  return read;
}

function readElement(
  { element, isWhole, ...place }: FoundElement,
  { records, refused, deleted }: OaiRecords,
  options: ReadOptions,
): void {
  if (localName(element) === 'error') {
    refused.push({ ...place, reason: readError(element) });
    return;
  }
  const [header] = elementsNamed(element.children, 'header');
  const identifier = header === undefined ? undefined : textsOf(header, 'identifier')[0];
  if (header?.attribs.status === 'deleted') {
    if (identifier !== undefined) deleted.push(identifier);
    return;
  }
  const draft = readMetadata(element);
  if (draft === null) {
    refused.push({
      ...place,
      reason: 'has neither Dublin Core nor DataCite XML; ask for metadataPrefix=oai_dc',
    });
    return;
  }
  // Later answers refer to the record by this identifier when it was changed or deleted.
  if (identifier !== undefined) draft.addIdentifier('OTHER', identifier);
  draft.addTo({ records, refused }, { ...place, isComplete: isWhole }, options);
}

/** Reads the metadata of a record, or an element of metadata. Null if it is in another format. */
function readMetadata(element: XmlElement): Draft | null {
  const find = (name: string) =>
    localName(element) === name ? element : elementsNamed(element.children, name)[0];
  const dc = find('dc');
  if (dc !== undefined) return toDraft(dc);
  const resource = find('resource');
  return resource === undefined ? null : readDataCiteResource(resource);
}

function readError(element: XmlElement): string {
  const { code = '' } = element.attribs;
  const message = DomUtils.textContent(element).trim();
  return code === 'noRecordsMatch'
    ? 'the repository has no record that the address asks for (noRecordsMatch)'
    : `the repository says ${code}: ${message}`;
}

function noteNothingFound({ records, refused, deleted }: OaiRecords): void {
  if (records.length + refused.length + deleted.length === 0)
    refused.push({
      firstLine: 1,
      lastLine: 1,
      reason: 'has no record in Dublin Core or DataCite XML (metadataPrefix=oai_dc)',
    });
}

function toDraft(element: XmlElement): Draft {
  const draft = new Draft();
  const valuesOf = (field: string) =>
    textsOf(element, field)
      .map(withoutMarkup)
      .filter((value) => value !== '');
  draft.title = draft.keepFirst('title', valuesOf('title')) ?? '';
  draft.abstract = draft.keepFirst('abstract', valuesOf('description'));
  for (const name of valuesOf('creator')) draft.addNames(name, 'AUTHOR');
  for (const name of valuesOf('contributor')) draft.addNames(name, 'CONTRIBUTOR');
  for (const name of valuesOf('publisher')) draft.addPublisher(name);
  readType(valuesOf('type'), draft);
  readDates(valuesOf('date'), draft);
  draft.addKeywords(valuesOf('subject').flatMap((value) => value.split(';')));
  for (const language of valuesOf('language')) draft.addLanguage(language);
  for (const place of valuesOf('coverage')) draft.addCoverage(place);
  readRights(valuesOf('rights'), draft);
  for (const text of [...valuesOf('source'), ...valuesOf('relation')])
    if (!/^(?:https?:|info:|urn:|doi:|hdl:|10\.\d+\/)/i.test(text))
      draft.reject(
        'partOf',
        text,
        'a source or a related work in one text; which part is a title is not stated',
      );
  for (const identifier of valuesOf('identifier'))
    if (!identifier.startsWith('oai:')) readIdentifier(identifier, draft);
  return draft;
}

/** An ISSN belongs to the journal or series. An ISBN is recognised without its name, too: "978-3-16-148410-0". */
function readIdentifier(text: string, draft: Draft): void {
  const number =
    /^(?:urn:)?is[bs]n[:\s]+(.+)$/i.exec(text)?.[1] ??
    /^(?:97[89][\d -]{10,14}|\d{1,5} ?- ?\d{1,7} ?- ?\d{1,7} ?- ?[\dX])$/.exec(text)?.[0];
  if (number === undefined) return draft.addAnyIdentifier(text);
  const isPart = draft.type === 'CHAPTER' || draft.type === 'ARTICLE' || draft.type === 'CONFERENCE_PAPER';
  addStandardNumbers(draft, number.replace(/ ?- ?/g, '-'), isPart);
}

/** Reads the first known type. Words for the version, the review status or the medium ("Text") are ignored. */
function readType(values: readonly string[], draft: Draft): void {
  const words = values
    .map(typeWord)
    .filter((word) => !/version$|peerreviewed$|^text$|^notpeer|^openaccess$|^info:/.test(word));
  const known = words.find((word) => lookUp(REPOSITORY_TYPES, word) !== undefined);
  if (known !== undefined) draft.setType(known, REPOSITORY_TYPES);
  else if (values[0] !== undefined && words.length > 0)
    draft.reject('type', values[0], 'no type of publication that is known');
}

/**
 * Reads one date. Timestamps come from the repository's own processing, so they are ignored if there are other dates.
 * The others must be in the same year.
 */
function readDates(values: readonly string[], draft: Draft): void {
  const dates = values
    .filter((value) => !/embargo/i.test(value))
    .map((value) => value.replace(/^info:eu-repo\/date\/\w+\//, ''));
  const days = dates.filter((value) => !/\dT\d/.test(value));
  const stated = [...new Set(days.length > 0 ? days : dates)];
  const years = new Set(stated.map((value) => value.slice(0, 4)));
  if (stated.length > 1 && years.size > 1)
    return draft.reject('year', stated.join('; '), 'several dates of different years');
  const [fullest] = stated.sort((a, b) => (readDate(b)?.length ?? 0) - (readDate(a)?.length ?? 0));
  if (fullest !== undefined) draft.setDate(fullest);
}

function readRights(values: readonly string[], draft: Draft): void {
  const rights = values.filter((value) => !/^info:eu-repo\/semantics\//.test(value));
  draft.setLicense(rights.find((value) => readLicense(value) !== null) ?? rights[0] ?? '');
}
