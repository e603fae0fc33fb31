import type { PublicationType } from '../../../publication/publication.ts';
import type { AuthorScheme } from '../../../identifier/identifier.ts';
import { readIdentifier, recognizeIdentifier } from '../../../identifier/identifier.ts';
import type { AuthorRecord, ContributionRecord } from '../../record.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { Draft } from '../values/draft.ts';
import { type JsonObject, isObject, objectsIn, readJsonItems, textIn } from '../values/json.ts';
import { lookUp } from '../values/look-up.ts';
import { readLicense } from '../values/license.ts';
import { readName, readPerson, readWholeName } from '../values/people.ts';
import { REPOSITORY_TYPES, typeWord } from '../values/repository.types.ts';
import { readPages, withoutMarkup } from '../values/text.ts';

/** Maps `resourceTypeGeneral` of DataCite 4.7, in lower case, to publication types. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  audiovisual: 'OTHER',
  award: 'OTHER',
  book: 'BOOK',
  bookchapter: 'CHAPTER',
  collection: 'OTHER',
  computationalnotebook: 'OTHER',
  conferencepaper: 'CONFERENCE_PAPER',
  conferenceproceeding: 'BOOK',
  datapaper: 'ARTICLE',
  dataset: 'DATASET',
  dissertation: 'THESIS',
  event: 'OTHER',
  image: 'OTHER',
  instrument: 'OTHER',
  interactiveresource: 'OTHER',
  journal: 'OTHER',
  journalarticle: 'ARTICLE',
  model: 'OTHER',
  outputmanagementplan: 'OTHER',
  peerreview: 'OTHER',
  physicalobject: 'OTHER',
  poster: 'OTHER',
  preprint: 'ARTICLE',
  presentation: 'OTHER',
  project: 'OTHER',
  report: 'REPORT',
  service: 'OTHER',
  software: 'OTHER',
  sound: 'OTHER',
  standard: 'OTHER',
  studyregistration: 'OTHER',
  workflow: 'OTHER',
  other: 'OTHER',
};

/** DataCite JSON: answers of api.datacite.org, or the metadata of one DOI. */
export const dataCite = textFormat('DATACITE', {
  title: 'DataCite JSON',
  isLike: (start) =>
    /^\s*[[{]/.test(start) &&
    (/"type"\s*:\s*"dois"/.test(start) ||
      /"resourceTypeGeneral"\s*:/.test(start) ||
      /"titles"\s*:\s*\[\s*\{/.test(start)),
  read: readDataCite,
});

/** Reads DataCite JSON. */
export function readDataCite(text: string, options: ReadOptions): ReadRecords {
  return readJsonItems(
    text,
    ['data'],
    (item) => toDataCiteDraft(isObject(item.attributes) ? item.attributes : item),
    options,
  );
}

/** Converts the metadata of a work, as DataCite JSON has it, to a draft. */
export function toDataCiteDraft(item: JsonObject): Draft {
  const draft = new Draft();
  const [types = {}] = objectsIn(item, 'types');
  readType(types, draft);
  readTitles(item, draft);
  readDescriptions(item, draft);
  for (const creator of objectsIn(item, 'creators')) addName(creator, 'AUTHOR', draft);
  for (const contributor of objectsIn(item, 'contributors')) {
    const type = textIn(contributor, 'contributorType');
    // Hosts, registries and rights holders did not contribute to the work.
    if (/^(?:HostingInstitution|Registra|RightsHolder|Distributor|Sponsor)/.test(type ?? ''))
      draft.reject(
        'authors',
        nameIn(contributor),
        `in the role ${type}, which is no contribution to the work`,
      );
    else
      addName(
        contributor,
        type === 'Editor' ? 'EDITOR' : type === 'Translator' ? 'TRANSLATOR' : 'CONTRIBUTOR',
        draft,
      );
  }
  const publisher = isObject(item.publisher) ? textIn(item.publisher, 'name') : textIn(item, 'publisher');
  if (publisher !== null && !publisher.startsWith(':')) draft.addPublisher(publisher);
  readDates(item, draft);
  for (const subject of objectsIn(item, 'subjects'))
    draft.addKeywords([withoutMarkup(textIn(subject, 'subject') ?? '')]);
  draft.addLanguage(textIn(item, 'language') ?? '');
  for (const location of objectsIn(item, 'geoLocations')) {
    const place = textIn(location, 'geoLocationPlace');
    if (place !== null) draft.addCoverage(place);
    else draft.reject('country', JSON.stringify(location), 'coordinates; only names of places are read');
  }
  readRights(item, draft);
  readIdentifiers(item, draft);
  readContainer(item, draft);
  return draft;
}

/**
 * "Text", or OpenAIRE's "literature", says nothing about the type. The repository's own word or the id of COAR's
 * vocabulary may then be a known type ("Journal article").
 */
function readType(types: JsonObject, draft: Draft): void {
  const general = textIn(types, 'resourceTypeGeneral') ?? '';
  if (!/^(?:text|literature|publication|other research product|)$/i.test(general))
    return draft.setType(general, TYPES);
  const words = [textIn(types, 'uri'), textIn(types, 'resourceType')].map((text) => typeWord(text ?? ''));
  const known = words
    .map((word) => lookUp(TYPES, word) ?? lookUp(REPOSITORY_TYPES, word))
    .find((type) => type !== undefined);
  draft.type = known ?? null;
}

/** Reads the abstract. Other descriptions, such as methods and tables of contents, go to `unresolved`. */
function readDescriptions(item: JsonObject, draft: Draft): void {
  const descriptions = objectsIn(item, 'descriptions').map((description) => ({
    type: textIn(description, 'descriptionType'),
    text: withoutMarkup(textIn(description, 'description') ?? ''),
  }));
  const isAbstract = ({ type }: { type: string | null }) => type === 'Abstract';
  draft.abstract = draft.keepFirst(
    'abstract',
    descriptions.filter(isAbstract).map(({ text }) => text),
  );
  for (const { type, text } of descriptions.filter((description) => !isAbstract(description)))
    if (text !== '')
      draft.reject('abstract', text, `a description of the type ${type ?? 'unknown'}, which is not read`);
}

/** Reads the main title, which has no `titleType`, and the subtitle. Other titles go to `unresolved`. */
function readTitles(item: JsonObject, draft: Draft): void {
  const titles = objectsIn(item, 'titles');
  const main = titles.find((title) => textIn(title, 'titleType') === null) ?? titles[0];
  const subtitle = titles.find((title) => textIn(title, 'titleType') === 'Subtitle');
  const text = (title: JsonObject | undefined) =>
    withoutMarkup(title === undefined ? '' : (textIn(title, 'title') ?? ''));
  draft.title = subtitle === undefined || subtitle === main ? text(main) : `${text(main)}: ${text(subtitle)}`;
  for (const title of titles)
    if (title !== main && title !== subtitle && text(title) !== '')
      draft.reject(
        'title',
        text(title),
        `another title (${textIn(title, 'titleType') ?? 'without a type'}); one is kept`,
      );
}

function nameIn(name: JsonObject): string {
  return textIn(name, 'name', 'creatorName', 'contributorName') ?? '';
}

function addName(name: JsonObject, role: ContributionRecord['role'], draft: Draft): void {
  const printed = nameIn(name);
  const [family, given] = [textIn(name, 'familyName'), textIn(name, 'givenName')];
  if (printed === '' && family === null) return;
  const type = textIn(name, 'nameType');
  const author =
    family !== null && given !== null
      ? readPerson({ family, given })
      : type === 'Organizational'
        ? readWholeName(printed)
        : asStated(readName(printed), type);
  draft.addContributor(
    withIdentifiers(author, name, draft),
    role,
    printed || `${given ?? ''} ${family ?? ''}`,
  );
}

/** A name that could be a person's or an organisation's is a person's if the source says so. */
function asStated(author: AuthorRecord | string, nameType: string | null): AuthorRecord | string {
  return typeof author !== 'string' && author.kind === 'UNKNOWN' && nameType === 'Personal'
    ? { ...author, kind: 'PERSON' }
    : author;
}

function withIdentifiers(
  author: AuthorRecord | string,
  name: JsonObject,
  draft: Draft,
): AuthorRecord | string {
  if (typeof author === 'string') return author;
  const identifiers = objectsIn(name, 'nameIdentifiers').flatMap((identifier) => {
    const text = textIn(identifier, 'nameIdentifier');
    const scheme = (textIn(identifier, 'nameIdentifierScheme') ?? '').toUpperCase();
    if (text === null) return [];
    const isKnown = (value: string): value is AuthorScheme =>
      ['ORCID', 'ROR', 'ISNI', 'WIKIDATA'].includes(value);
    const recognized = recognizeIdentifier(text)?.scheme ?? '';
    const known = isKnown(scheme) ? scheme : isKnown(recognized) ? recognized : null;
    const read = known === null ? null : readIdentifier(known, text);
    if (read === null)
      draft.reject(
        'authors',
        text,
        known === null ? 'an identifier of a scheme that is not read' : `no valid ${known}`,
      );
    return read === null ? [] : [read];
  });
  return identifiers.length === 0 ? author : { ...author, identifiers };
}

/** Reads the date of issue. Its year must be the year of publication. */
function readDates(item: JsonObject, draft: Draft): void {
  const issued = objectsIn(item, 'dates').find((date) => textIn(date, 'dateType') === 'Issued');
  const date = issued === undefined ? null : textIn(issued, 'date');
  const year = textIn(item, 'publicationYear');
  if (date !== null && year !== null && /^\d{4}/.test(date) && !date.startsWith(year))
    return draft.reject('year', `${date}; ${year}`, 'two dates of different years');
  if (date !== null) draft.setDate(date);
  if (year !== null) draft.setDate(year);
}

/** Reads the first licence that is known. The words of OpenAIRE for the right of access are no licence. */
function readRights(item: JsonObject, draft: Draft): void {
  const stated = objectsIn(item, 'rightsList').flatMap((right) =>
    ['rightsUri', 'rightsURI', 'rightsIdentifier', 'rights'].flatMap((field) => textIn(right, field) ?? []),
  );
  const licenses = stated.filter((text) => !/^info:eu-repo\/|\/access_right\/|^open access$/i.test(text));
  draft.setLicense(licenses.find((text) => readLicense(text) !== null) ?? licenses[0] ?? '');
}

function readIdentifiers(item: JsonObject, draft: Draft): void {
  draft.addIdentifier('DOI', textIn(item, 'doi', 'id') ?? '');
  draft.setUrl(textIn(item, 'url') ?? '');
  for (const identifier of [...objectsIn(item, 'identifiers'), ...objectsIn(item, 'alternateIdentifiers')]) {
    const text = textIn(identifier, 'identifier', 'alternateIdentifier') ?? '';
    const scheme = (textIn(identifier, 'identifierType', 'alternateIdentifierType') ?? '').toUpperCase();
    if (scheme === 'DOI' || scheme === 'ISBN' || scheme === 'HANDLE' || scheme === 'URN' || scheme === 'PMID')
      // A resolver's address: "https://nbn-resolving.org/urn:nbn:…"
      draft.addIdentifier(scheme, text.replace(/^https?:.*(?=urn:nbn:)/i, ''));
    else if (scheme === 'URL') draft.setUrl(text);
    else if (text !== '')
      draft.reject('identifiers', text, `an identifier of the scheme ${scheme || '""'}, which is not read`);
  }
}

/** Reads the journal, book or series that contains the work. */
function readContainer(item: JsonObject, draft: Draft): void {
  const container = isObject(item.container) ? item.container : {};
  const [related] = objectsIn(item, 'relatedItems').filter(
    (other) => textIn(other, 'relationType') === 'IsPublishedIn',
  );
  const title =
    textIn(container, 'title') ?? (related && textIn(objectsIn(related, 'titles')[0] ?? {}, 'title')) ?? null;
  if (title === null) return;
  const host = related ?? container;
  draft.host.title = title;
  draft.host.publisher = related === undefined ? null : textIn(related, 'publisher');
  draft.host.issn = readHostIssn(container, related, item);
  draft.volume = textIn(host, 'volume');
  draft.issue = textIn(host, 'issue');
  const [first, last] = [textIn(host, 'firstPage'), textIn(host, 'lastPage')];
  // Some repositories state the issue number in `firstPage`.
  if (first !== null && !/^[a-z]{0,3}\d+\S*$/i.test(first)) draft.reject('pages', first, 'no page');
  else if (first !== null)
    draft.pages = readPages(last === null || last === first ? first : `${first}-${last}`);
}

/** The ISSN of the container, which each version of the schema states in another place. */
function readHostIssn(
  container: JsonObject,
  related: JsonObject | undefined,
  item: JsonObject,
): string | null {
  const [own] = related === undefined ? [] : objectsIn(related, 'relatedItemIdentifier');
  const candidates = [
    [textIn(container, 'identifierType'), textIn(container, 'identifier')],
    [own && textIn(own, 'relatedItemIdentifierType'), own && textIn(own, 'relatedItemIdentifier')],
    ...objectsIn(item, 'relatedIdentifiers')
      .filter((other) => /^Is(?:PartOf|PublishedIn)$/.test(textIn(other, 'relationType') ?? ''))
      .map((other) => [textIn(other, 'relatedIdentifierType'), textIn(other, 'relatedIdentifier')]),
  ];
  return candidates.find(([type, value]) => /^[EL]?ISSN$/i.test(type ?? '') && value)?.[1] ?? null;
}
