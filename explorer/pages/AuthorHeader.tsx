import { Suspense, lazy } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { graphql } from '../generated/index.ts';
import { Boundary } from '../parts/Boundary.tsx';
import { readState } from '../state.ts';
import { texts } from '../texts.ts';
import { Header, type HeaderProps } from './Header.tsx';

const AUTHOR = graphql(`
  query Author($slug: String!) {
    author(slug: $slug) {
      id
      slug
      name
      sortName
      kind
      acronym
      aliases
    }
  }
`);

const CoAuthors = lazy(() => import('../charts/CoAuthors.tsx'));

export function AuthorHeader({ slug, children }: HeaderProps) {
  const variables = { slug };
  const [parameters] = useSearchParams();
  const [{ data, error }, ask] = useQuery({ query: AUTHOR, variables });
  const author = data?.author;
  return (
    <Header
      kind={texts.entity.kind[author?.kind ?? 'UNKNOWN']}
      name={data && (author?.name ?? null)}
      {...{ error, variables }}
      document={AUTHOR}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      facts={[
        [texts.entity.filedAs, author?.sortName !== author?.name && author?.sortName],
        [texts.entity.acronym, author?.acronym],
        [texts.entity.alsoKnownAs, <bdi>{author?.aliases.join(' · ')}</bdi>],
      ]}
    >
      {children}
      {readState(parameters).view === 'charts' && (
        <Boundary>
          <Suspense>
            <CoAuthors slug={slug} />
          </Suspense>
        </Boundary>
      )}
    </Header>
  );
}
