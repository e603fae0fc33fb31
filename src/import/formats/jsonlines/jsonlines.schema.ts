import { z } from 'zod';
import { AUTHOR_SCHEMES } from '../../../identifier/identifier.ts';
import { FILED_KINDS, mapFiled } from '../../../publication/memberships.ts';
import { CONTRIBUTION_ROLES } from '../../../publication/publication.ts';
import {
  FIELDS,
  FIELD_NAMES,
  HOST_FIELDS,
  HOST_FIELD_NAMES,
} from '../../../publication/publication.fields.ts';
import {
  FORMS,
  identifiersOf,
  keyed,
  listOf,
  mustBe,
  name,
  oneOf,
  only,
  slug,
  words,
} from './jsonlines.values.ts';

type Shape<Fields extends Record<string, { form: keyof typeof FORMS }>> = {
  [Name in keyof Fields]: (typeof FORMS)[Fields[Name]['form']];
};

const fields = Object.fromEntries(FIELD_NAMES.map((key) => [key, FORMS[FIELDS[key].form]])) as Shape<
  typeof FIELDS
>;

const hostFields = Object.fromEntries(
  HOST_FIELD_NAMES.map((key) => [key, FORMS[HOST_FIELDS[key].form]]),
) as Shape<typeof HOST_FIELDS>;

/** A list of topics or categories, at most 200. */
function filed() {
  const A_FEW = mustBe('a list of 200 names at most');
  return listOf(keyed('name', 'a name'), 'names').refine((names) => (names ?? []).length <= 200, A_FEW);
}

/** An author as a name, or as an object of the API. */
const author = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  only(
    {
      id: z.unknown().optional(),
      slug: z.unknown().optional(),
      name,
      sortName: name.nullish(),
      kind: oneOf(['PERSON', 'ORGANIZATION', 'UNKNOWN']).nullish(),
      acronym: words,
      aliases: listOf(name, 'names'),
      identifiers: identifiersOf(AUTHOR_SCHEMES),
    },
    'a name, or an object with a name',
  ),
);

/** An invalid timestamp doesn't make the line wrong; it is ignored. */
const instant = z.iso.datetime({ offset: true }).nullable().catch(null).optional();
const slugs = z
  .array(z.string().max(200))
  .catch(() => [])
  .optional();

/**
 * A publication as a line of JSON Lines: an object with the API's field names, of which only `title` is required. `id`
 * is derived from the slug, so it is not read.
 */
export const publication = only(
  {
    id: z.unknown().optional(),
    createdAt: instant,
    updatedAt: instant,
    formerSlugs: slugs,
    slug,
    ...fields,
    countries: listOf(keyed('code', 'an ISO 3166 code'), 'ISO 3166 codes'),
    regions: listOf(keyed('slug', 'a slug or M49 code'), 'slugs or M49 codes'),
    authors: listOf(author, 'authors'),
    publishers: listOf(author, 'publishers'),
    contributions: listOf(
      only(
        {
          author,
          role: oneOf(CONTRIBUTION_ROLES).nullish(),
          position: z.unknown().optional(),
          printedAs: name.nullish(),
        },
        'an object with an author',
      ),
      'contributions',
    ),
    ...mapFiled(filed),
    partOf: only(hostFields, 'an object with a title').nullish(),
  },
  'an object, one a line',
);

/** A topic or category as a line, with its description. */
export const filedLine = only(
  {
    type: oneOf(FILED_KINDS),
    id: z.unknown().optional(),
    slug: z.unknown().optional(),
    name,
    description: words,
  },
  'an object, one a line',
);
