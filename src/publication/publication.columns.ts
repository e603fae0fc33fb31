import { type Expression, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { DB } from '../db/tables.generated.ts';
import { MEMBERSHIPS, REFERENCE_KINDS, REFERENCE_PLURALS, type ReferenceKind } from './memberships.ts';
import { packedContributions } from './packed-contributions.ts';
import {
  FIELDS,
  FIELD_NAMES,
  type FieldName,
  HOST_FIELDS,
  HOST_FIELD_NAMES,
  type HostFieldName,
} from './publication.fields.ts';
import type { Part, Parts } from './publication.ts';

/** Selects from all publications, as the rows `p`. */
export function fromPublications(db: Db) {
  return db.selectFrom('publication as p');
}

/** A query on publications, as the rows `p`, that selects no columns yet. */
export type PublicationQuery = ReturnType<typeof fromPublications>;

/** Names a subquery with all columns of `publication` as the rows `p`. */
export function asPublications(rows: Expression<object>) {
  return sql<DB['publication']>`${rows}`.as('p');
}

type ColumnOfPart<Selected extends Part> = {
  [Name in FieldName]: (typeof FIELDS)[Name]['part'] extends Selected
    ? `p.${(typeof FIELDS)[Name]['column']} as ${Name}`
    : never;
}[FieldName];

/** The columns of a part, as a select list. */
function fieldsOf<Selected extends Part>(part: Selected): ColumnOfPart<Selected>[] {
  return FIELD_NAMES.filter((name) => FIELDS[name].part === part).map(
    (name) => `p.${FIELDS[name].column} as ${name}` as ColumnOfPart<Selected>,
  );
}

type HostColumn = {
  [
    Name in HostFieldName
  ]: `p.${(typeof HOST_FIELDS)[Name]['column']} as ${(typeof HOST_FIELDS)[Name]['key']}`;
}[HostFieldName];

const hostFields = HOST_FIELD_NAMES.map(
  (name) => `p.${HOST_FIELDS[name].column} as ${HOST_FIELDS[name].key}` as HostColumn,
);

type IdsColumn = {
  [Kind in ReferenceKind]: `p.${(typeof MEMBERSHIPS)[Kind]['idsColumn']} as ${Kind}Ids`;
}[ReferenceKind];

/** The ids of the countries, regions, topics and categories among the parts, as a select list. */
function idsOf(parts: Parts): IdsColumn[] {
  return REFERENCE_KINDS.filter((kind) => parts.includes(MEMBERSHIPS[kind].plural)).map(
    (kind) => `p.${MEMBERSHIPS[kind].idsColumn} as ${kind}Ids` as IdsColumn,
  );
}

/**
 * Selects the columns of some parts. Columns that are not always selected are optional in the type of the row.
 * @param key the sort key of the list, for the part `place`
 */
export function selectParts(
  query: PublicationQuery,
  parts: Parts,
  key: Expression<number | string> | null = null,
) {
  const has = (part: Part) => parts.includes(part);
  return query
    .select(['p.id', 'p.title'])
    .$if(key !== null && has('place'), (rows) => rows.select(sql<number | string>`${key}`.as('sortKey')))
    .$if(has('slug'), (rows) => rows.select('p.slug'))
    .$if(has('year'), (rows) => rows.select(fieldsOf('year')))
    .$if(has('abstract'), (rows) => rows.select(fieldsOf('abstract')))
    .$if(has('details'), (rows) =>
      rows
        .select(fieldsOf('details'))
        .select(hostFields)
        .select(['p.created_at as createdAt', 'p.updated_at as updatedAt']),
    )
    .$if(has('bibliography'), (rows) => rows.select(fieldsOf('bibliography')))
    .$if(REFERENCE_PLURALS.some(has), (rows) => rows.select(idsOf(parts)))
    .$if(has('contributions'), (rows) => rows.select(packedContributions.as('packedContributions')));
}
