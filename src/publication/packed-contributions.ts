import { type Expression, expressionBuilder, sql } from 'kysely';
import type { Author } from '../author/author.ts';
import { columnsOf } from '../db/columns.ts';
import type { DB } from '../db/tables.generated.ts';
import type { Contribution, ContributionRole } from './publication.ts';

const c = columnsOf('contribution', 'c');
const a = columnsOf('author', 'a');

/** The columns of a packed contribution, in this order. */
const PACKED = [
  c('position'),
  c('role'),
  c('printed_as'),
  a('id'),
  a('slug'),
  a('name'),
  a('sort_name'),
  a('kind'),
  a('acronym'),
  a('aliases'),
  a('identifiers'),
] as const;

/**
 * A contribution, packed into the one JSON value that holds all contributions of a publication. It is an array, so that
 * column names are not sent with each row.
 */
export type PackedContribution = ValuesOf<typeof PACKED>;

type ValuesOf<Columns extends readonly unknown[]> = {
  -readonly [Index in keyof Columns]: Columns[Index] extends Expression<infer Value> ? Value : never;
};

const rows = expressionBuilder<DB & { p: DB['publication'] }, 'p'>();

/** Selects the contributions to the publication `p` in printed order. Null if there are none. */
export const packedContributions = rows
  .selectFrom('contribution as c')
  .innerJoin('author as a', 'a.id', 'c.author_id')
  .select(
    sql<
      PackedContribution[] | null
    >`json_agg(json_build_array(${sql.join(PACKED)}) order by ${c('position')})`.as('packed'),
  )
  .whereRef('c.publication_id', '=', 'p.id');

/** Unpacks a contribution into an object. */
export function unpack(packed: PackedContribution, publicationId: number): Contribution {
  const [position, role, printedAs] = packed;
  return { publicationId, position, role, printedAs, author: unpackAuthor(packed) };
}

/** Unpacks the contributors in a role. Same result as `filterContributors`, but makes no objects of contributions. */
export function unpackContributors(role: ContributionRole, packed: readonly PackedContribution[]): Author[] {
  const authors = new Map<number, Author>();
  for (const contribution of packed) {
    const [, printedRole, , id] = contribution;
    if (printedRole === role && !authors.has(id)) authors.set(id, unpackAuthor(contribution));
  }
  return [...authors.values()];
}

function unpackAuthor(packed: PackedContribution): Author {
  const [, , , id, slug, name, sortName, kind, acronym, aliases, identifiers] = packed;
  return { id, slug, name, sortName, kind, acronym, aliases, identifiers };
}
