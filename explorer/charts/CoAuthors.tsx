import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { graphql } from '../generated/index.ts';
import { toPath } from '../parts/Names.tsx';
import { texts } from '../texts.ts';
import { type Datum, Figure } from './Figure.tsx';
import { drawBars } from './bars.ts';

const CO_AUTHORS = graphql(`
  query CoAuthors($slug: String!) {
    author(slug: $slug) {
      id
      coAuthors(first: 15) {
        publicationCount
        author {
          id
          slug
          name
        }
      }
    }
  }
`);

/** An author's co-authors, as bars. A click opens the co-author's page. */
export default function CoAuthors({ slug }: { slug: string }) {
  const variables = { slug };
  const [, navigate] = useLocation();
  const [{ data, error }, ask] = useQuery({ query: CO_AUTHORS, variables });
  const coAuthors = data?.author?.coAuthors;
  const bars = useMemo<Datum[] | null>(
    () =>
      coAuthors?.map(({ author, publicationCount }) => ({
        labels: [author.name],
        count: publicationCount,
        pick: () => navigate(toPath('author', author.slug)),
      })) ?? null,
    [coAuthors],
  );
  const draw = useMemo(() => drawBars(bars ?? []), [bars]);
  return (
    <div className="charts">
      <Figure
        title={texts.charts.coAuthors}
        hint={texts.charts.coAuthorsHint}
        columns={[texts.kinds.AUTHOR]}
        data={bars}
        {...{ error, draw, variables }}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        document={CO_AUTHORS}
      />
    </div>
  );
}
