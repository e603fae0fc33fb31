import { z } from 'zod';
import { AUTHOR_SCHEMES, PUBLICATION_SCHEMES } from '../identifier/identifier.ts';
import { mapFiled } from '../publication/memberships.ts';
import {
  FIELDS,
  FIELD_NAMES,
  FORMS,
  type FieldForm,
  type FieldName,
  type FormValues,
  HOST_FIELDS,
  HOST_FIELD_NAMES,
  type HostFieldName,
} from '../publication/publication.fields.ts';
import { CONTRIBUTION_ROLES, PUBLICATION_TYPES } from '../publication/publication.ts';
import type { PublicationRecord } from './record.ts';

const text = z.string().nullish().default(null);
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
const names = listOf(z.string());

/** The stored schema of each type of value, with a default for records that are older than a field. */
const VALUES = {
  text,
  number: z.number().nullish().default(null),
  boolean: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  type: z.enum(PUBLICATION_TYPES).nullish().default(null),
  texts: names,
  identifiers: listOf(z.object({ scheme: z.enum(PUBLICATION_SCHEMES), value: z.string() })),
} satisfies Record<keyof FormValues, z.ZodType>;

type Shape<Fields extends Record<string, { form: FieldForm }>> = {
  [Name in keyof Fields]: (typeof VALUES)[(typeof FORMS)[Fields[Name]['form']]];
};

const fields = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, VALUES[FORMS[FIELDS[name].form]]]),
) as Shape<Pick<typeof FIELDS, FieldName>>;

const hostFields = Object.fromEntries(
  HOST_FIELD_NAMES.map((name) => [name, VALUES[FORMS[HOST_FIELDS[name].form]]]),
) as Shape<Pick<typeof HOST_FIELDS, HostFieldName>>;

const contribution = z.object({
  author: z.object({
    name: z.string(),
    sortName: z.string().optional(),
    kind: z.enum(['PERSON', 'ORGANIZATION', 'UNKNOWN']).default('UNKNOWN'),
    acronym: text,
    aliases: names,
    identifiers: listOf(z.object({ scheme: z.enum(AUTHOR_SCHEMES), value: z.string() })),
  }),
  role: z.enum(CONTRIBUTION_ROLES).default('AUTHOR'),
  printedAs: z.string().optional(),
});

/**
 * A stored publication record. Every field except the title has a default, because a record may be older than the
 * field.
 */
const publicationRecord = z.object({
  ...fields,
  title: z.string(),
  countries: names,
  regions: names,
  contributions: z
    .array(contribution)
    .nullish()
    .transform((list) => list ?? []),
  ...mapFiled(() => names),
  partOf: z
    .object({ ...hostFields, title: z.string() })
    .nullish()
    .default(null),
});

/**
 * Parses a source record of the database.
 * @param said the column `said`
 * @param row the title and abstract of its publication, which an only record doesn't store
 */
export function parseStoredRecord(
  said: unknown,
  row: { title: string; abstract: string | null },
): PublicationRecord {
  const read = publicationRecord.parse({ title: row.title, abstract: row.abstract, ...Object(said) });
  return {
    ...read,
    contributions: read.contributions.map(({ author, role, printedAs }) => ({
      author: { ...author, sortName: author.sortName ?? author.name },
      role,
      printedAs: printedAs ?? author.name,
    })),
  };
}
