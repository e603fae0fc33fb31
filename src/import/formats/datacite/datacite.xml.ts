import { DomUtils } from 'htmlparser2';
import type { Draft } from '../values/draft.ts';
import { type JsonObject, objectsIn } from '../values/json.ts';
import { lookUp } from '../values/look-up.ts';
import { type XmlElement, elementsNamed, localName, textsOf } from '../values/xml.ts';
import { toDataCiteDraft } from './datacite.ts';

/** Elements whose children are a list. DataCite JSON has lists under the same names. */
const LISTS: ReadonlySet<string> = new Set([
  'titles',
  'creators',
  'contributors',
  'subjects',
  'dates',
  'descriptions',
  'geoLocations',
  'rightsList',
  'alternateIdentifiers',
  'relatedIdentifiers',
  'relatedItems',
]);

/** Elements that repeat without an element around them, and the name of their list in DataCite JSON. */
const REPEATED: Readonly<Record<string, string>> = {
  identifier: 'identifiers',
  nameIdentifier: 'nameIdentifiers',
  resourceType: 'types',
};

/** Elements that are an object of their own, because they have an attribute. */
const NESTED: ReadonlySet<string> = new Set(['relatedItemIdentifier']);

/**
 * Reads the element `resource` of DataCite XML (kernel 2 to 4), or of OpenAIRE's guidelines for literature repositories,
 * which add elements of their own.
 */
export function readDataCiteResource(resource: XmlElement): Draft {
  const [abstract] = textsOf(resource, 'description');
  const [license] = elementsNamed(resource.children, 'licenseCondition');
  const title = textAt(resource, 'citationTitle');
  const draft = toDataCiteDraft({
    ...(abstract !== undefined && { descriptions: [{ descriptionType: 'Abstract', description: abstract }] }),
    ...(license && {
      rightsList: [{ rightsUri: license.attribs.uri, rights: DomUtils.textContent(license) }],
    }),
    ...(title !== null && {
      container: {
        title,
        volume: textAt(resource, 'citationVolume'),
        issue: textAt(resource, 'citationIssue'),
        firstPage: textAt(resource, 'citationStartPage'),
        lastPage: textAt(resource, 'citationEndPage'),
      },
    }),
    ...toObject(resource),
  });
  draft.edition = textAt(resource, 'citationEdition');
  for (const language of textsOf(resource, 'language')) draft.addLanguage(language);
  for (const place of textsOf(resource, 'coverage')) draft.addCoverage(place);
  return draft;
}

function textAt(element: XmlElement, name: string): string | null {
  return textsOf(element, name)[0] ?? null;
}

/** Converts an element to DataCite JSON: attributes and texts of elements become fields of the object around them. */
function toObject(element: XmlElement): JsonObject {
  const children = elementsIn(element);
  const object: JsonObject = { ...element.attribs };
  if (children.length === 0 || hasOwnText(element))
    return { ...object, [localName(element)]: textIn(element) };
  for (const child of children) {
    const name = localName(child);
    const list = lookUp(REPEATED, name);
    if (LISTS.has(name)) object[name] = elementsIn(child).map(toObject);
    else if (list !== undefined) object[list] = [...objectsIn(object, list), toObject(child)];
    else if (NESTED.has(name)) object[name] = toObject(child);
    else Object.assign(object, toObject(child));
  }
  return object;
}

function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => DomUtils.isTag(child));
}

function hasOwnText({ children }: XmlElement): boolean {
  return children.some((child) => DomUtils.isText(child) && child.data.trim() !== '');
}

/** The text of an element; `<br/>` separates paragraphs. */
function textIn({ children }: XmlElement): string {
  return children
    .map((child) =>
      DomUtils.isTag(child) && localName(child) === 'br' ? '\n\n' : DomUtils.textContent(child),
    )
    .join('')
    .trim();
}
