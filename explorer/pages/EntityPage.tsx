import type { PublicationFilter } from '../generated/graphql.ts';
import { PublicationList } from '../parts/PublicationList.tsx';
import type { Dimension } from '../state.ts';
import { AuthorHeader } from './AuthorHeader.tsx';
import { CountryHeader } from './CountryHeader.tsx';
import { RegionHeader } from './RegionHeader.tsx';
import { SubjectHeader } from './SubjectHeader.tsx';
import type { HeaderProps } from './Header.tsx';

export type Kind = 'country' | 'region' | 'author' | 'topic' | 'category';

/** Each kind's header, the filter of its publications, and the dimension that can't be chosen because the page fixes it. */
const KINDS: Record<
  Kind,
  {
    Header: (props: HeaderProps) => React.ReactNode;
    toScope: (slug: string) => PublicationFilter;
    fixed?: Dimension;
  }
> = {
  country: { Header: CountryHeader, toScope: (code) => ({ countries: { anyOf: [code] } }) },
  region: { Header: RegionHeader, toScope: (slug) => ({ regions: { anyOf: [slug] } }) },
  author: { Header: AuthorHeader, toScope: (slug) => ({ contributors: { anyOf: [slug] } }) },
  topic: {
    Header: (props) => <SubjectHeader {...props} kind="topic" />,
    toScope: (slug) => ({ topics: { anyOf: [slug] } }),
  },
  category: {
    Header: (props) => <SubjectHeader {...props} kind="category" />,
    toScope: (slug) => ({ categories: { anyOf: [slug] } }),
    fixed: 'categories',
  },
};

/** The kinds that have pages. */
export const ENTITY_KINDS = Object.keys(KINDS) as Kind[];

/** The page of a country, region, author, topic or category: its data, and its publications with all filters and charts. */
export function EntityPage({ kind, slug }: { kind: Kind; slug: string }) {
  const { Header, toScope, fixed } = KINDS[kind];
  return (
    <Header slug={slug}>
      <PublicationList scope={toScope(slug)} {...(fixed && { fixed })} />
    </Header>
  );
}
