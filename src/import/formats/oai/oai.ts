import { DomUtils, parseDocument } from 'htmlparser2';
import type { PublicationType } from '../../../publication/publication.ts';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { readDate } from '../values/dates.ts';
import { Draft } from '../values/draft.ts';
import { readLicense } from '../values/license.ts';
import { readName, readOrganisation } from '../values/people.ts';
import { Lines, withoutMarkup } from '../values/text.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Words of `dc:type`, of DCMI, COAR and OpenAIRE (`info:eu-repo/semantics/…`), in small letters without spaces. */
const TYPES: Readonly<Record<string, PublicationType>> = {
  article: 'ARTICLE',
  journalarticle: 'ARTICLE',
  researcharticle: 'ARTICLE',
  contributiontoperiodical: 'ARTICLE',
  preprint: 'ARTICLE',
  book: 'BOOK',
  bookpart: 'CHAPTER',
  bookchapter: 'CHAPTER',
  report: 'REPORT',
  technicalreport: 'REPORT',
  workingpaper: 'REPORT',
  thesis: 'THESIS',
  bachelorthesis: 'THESIS',
  masterthesis: 'THESIS',
  doctoralthesis: 'THESIS',
  dissertation: 'THESIS',
  conferenceobject: 'CONFERENCE_PAPER',
  conferencepaper: 'CONFERENCE_PAPER',
  conferenceitem: 'CONFERENCE_PAPER',
  dataset: 'DATASET',
  webpage: 'WEB_PAGE',
  learningobject: 'TRAINING_MATERIAL',
  trainingmaterial: 'TRAINING_MATERIAL',
  learningmaterial: 'TRAINING_MATERIAL',
  lecture: 'OTHER',
  image: 'OTHER',
  software: 'OTHER',
  sound: 'OTHER',
  video: 'OTHER',
  movingimage: 'OTHER',
  stillimage: 'OTHER',
  other: 'OTHER',
};

/** Dublin Core in XML: an answer of OAI-PMH (`metadataPrefix=oai_dc`), or `oai_dc:dc` elements in any other element. */
export const oaiDc = textFormat('OAI_DC', {
  title: 'OAI-PMH and Dublin Core XML',
  isLike: (start) =>
    /^<\?xml|^<[\w:]/.test(start) &&
    /<(?:\w+:)?OAI-PMH[\s>]|<oai_dc:dc[\s>]|purl\.org\/dc\/elements/.test(start),
  read: readOaiDc,
});

/** Reads Dublin Core XML. Deleted records are left out. */
export function readOaiDc(text: string, options: ReadOptions): ReadRecords {
  const read: ReadRecords = { records: [], refused: [] };
  const lines = new Lines(text);
  const document = parseDocument(text, { xmlMode: true, withStartIndices: true, withEndIndices: true });
  const elements = elementsNamed(document.children, 'dc');
  for (const element of elements) {
    const end = element.endIndex ?? text.length;
    const place = { firstLine: lines.at(element.startIndex ?? 0), lastLine: lines.at(end) };
    const stated = toDraft(element).finish(place, options);
    // The parser closes what the end of the file cut off.
    const isComplete = /<\/(?:\w+:)?dc\s*>$/.test(text.slice(0, end + 1));
    if (typeof stated === 'string') read.refused.push({ ...place, reason: stated });
    else read.records.push({ ...stated, isComplete });
  }
  for (const error of elementsNamed(document.children, 'error')) {
    const line = lines.at(error.startIndex ?? 0);
    const code = error.attribs.code ?? '';
    const message = DomUtils.textContent(error).trim();
    if (code !== 'noRecordsMatch')
      read.refused.push({
        firstLine: line,
        lastLine: line,
        reason: `the repository says ${code}: ${message}`,
      });
  }
  if (read.records.length + read.refused.length === 0)
    read.refused.push({
      firstLine: 1,
      lastLine: 1,
      reason: 'has no record in Dublin Core (metadataPrefix=oai_dc)',
    });
  return read;
}

/** The token with which a list of OAI-PMH goes on; null at its end. */
export function resumptionToken(text: string): string | null {
  const document = parseDocument(text, { xmlMode: true });
  const [token] = elementsNamed(document.children, 'resumptionToken');
  return (token && DomUtils.textContent(token).trim()) || null;
}

function elementsNamed(nodes: Parameters<typeof DomUtils.filter>[1], local: string): Element[] {
  return DomUtils.filter(
    (node) => DomUtils.isTag(node) && localName(node) === local,
    nodes,
    true,
  ) as Element[];
}

function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

function toDraft(element: Element): Draft {
  const draft = new Draft();
  const valuesOf = (field: string) =>
    element.children
      .filter((child) => DomUtils.isTag(child) && localName(child) === field)
      .map((child) => withoutMarkup(DomUtils.textContent(child).trim()))
      .filter((value) => value !== '');
  draft.title = valuesOf('title')[0] ?? '';
  draft.abstract = valuesOf('description')[0] ?? null;
  for (const name of valuesOf('creator')) draft.addContributor(readName(name), 'AUTHOR', name);
  for (const name of valuesOf('contributor')) draft.addContributor(readName(name), 'CONTRIBUTOR', name);
  for (const name of valuesOf('publisher')) draft.addContributor(readOrganisation(name), 'PUBLISHER', name);
  readType(valuesOf('type'), draft);
  readDates(valuesOf('date'), draft);
  draft.addKeywords(valuesOf('subject'));
  for (const language of valuesOf('language')) draft.addLanguage(language);
  for (const place of valuesOf('coverage')) draft.addCoverage(place);
  readRights(valuesOf('rights'), draft);
  for (const identifier of valuesOf('identifier'))
    if (!identifier.startsWith('oai:')) draft.addAnyIdentifier(identifier);
  return draft;
}

/** The first type that is known. Words on the version, the review or the medium ("Text") are none. */
function readType(values: readonly string[], draft: Draft): void {
  const words = values
    .map((value) =>
      value
        .replace(/^.*[/#]/, '')
        .replace(/[\s_-]/g, '')
        .toLowerCase(),
    )
    .filter((word) => !/version$|peerreviewed$|^text$|^notpeer|^openaccess$|^info:/.test(word));
  const known = words.find((word) => TYPES[word] !== undefined);
  if (known !== undefined) draft.setType(known, TYPES);
  else if (values[0] !== undefined && words.length > 0)
    draft.reject('type', values[0], 'no type of publication that is known');
}

/** One date. Of several, moments are those of the repository's work; the others have to be of one year. */
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
