import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { Cite } from '../parts/Cite.tsx';
import { Downloads } from '../parts/Downloads.tsx';
import { type Named, Names } from '../parts/Names.tsx';
import { PUBLICATION_CARD, PublicationCard } from '../parts/PublicationCard.tsx';
import { ShowQuery } from '../parts/ShowQuery.tsx';
import { Failure, Skeleton } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { texts } from '../texts.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PublicationFacts } from './PublicationFacts.tsx';

const PUBLICATION = graphql(`
  query Publication($slug: String!) {
    publication(slug: $slug) {
      id
      url
      contributions {
        author {
          id
          slug
        }
      }
      related(first: 5) {
        reasons {
          label
        }
        publication {
          id
          ...PublicationCard
        }
      }
      ...PublicationCard
      ...PublicationFacts
    }
  }
`);

const NEIGHBOURS = graphql(`
  query Neighbours($id: ID!, $contributors: [String!], $countries: [String!]) {
    byContributors: publications(
      filter: { contributors: { anyOf: $contributors }, not: { ids: [$id] } }
      first: 5
    ) {
      nodes {
        id
        ...PublicationCard
      }
    }
    aboutPlaces: publications(filter: { countries: { anyOf: $countries }, not: { ids: [$id] } }, first: 5) {
      nodes {
        id
        ...PublicationCard
      }
    }
  }
`);

/** The page of a publication: all its data, and related publications. */
export function PublicationPage({ slug }: { slug: string }) {
  const variables = { slug };
  const [{ data, error, fetching }, ask] = useQuery({ query: PUBLICATION, variables });
  const publication = data?.publication;
  const card = readFragment(PUBLICATION_CARD, publication);
  useTitle(card?.title ?? null);
  if (fetching && !data) return <Skeleton lines={12} />;
  if (error && !publication)
    return <Failure error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!publication || !card) return <NotFoundPage message={texts.publication.missing} />;
  const { url, contributions, related } = publication;
  return (
    <article className="publication">
      <header>
        <p className="kicker">{card.year ?? texts.list.unknownYear}</p>
        <h1 dir="auto">{card.title}</h1>
        <Names
          className="authors"
          names={card.authors.map(({ slug, name }): Named => ['author', slug, name])}
        />
        <div className="actions">
          {url && (
            <a className="button" href={url} rel="noreferrer">
              {texts.publication.read}
            </a>
          )}
          <Downloads addressOf={(format) => `/publications/${encodeURIComponent(card.slug)}.${format}`} />
          <ShowQuery document={PUBLICATION} variables={variables} />
        </div>
      </header>
      <div className="columns">
        <div>
          {card.abstract && (
            <section>
              <h2>{texts.publication.abstract}</h2>
              <p className="prose" dir="auto">
                {card.abstract}
              </p>
            </section>
          )}
          <Cite slug={card.slug} />
          <Related related={related ?? []} />
          <Neighbours
            id={publication.id}
            contributors={contributions.map(({ author }) => author.slug)}
            countries={card.countries.map(({ code }) => code)}
          />
        </div>
        <aside aria-label={texts.publication.details}>
          <h2>{texts.publication.details}</h2>
          <PublicationFacts publication={publication} />
        </aside>
      </div>
    </article>
  );
}

type Card = FragmentType<typeof PUBLICATION_CARD> & { id: string };

function Related({
  related,
}: {
  related: readonly { reasons: readonly { label: string }[]; publication: Card }[];
}) {
  if (related.length === 0) return null;
  return (
    <section>
      <h2>{texts.publication.related}</h2>
      <ol className="cards">
        {related.map(({ publication, reasons }) => (
          <li key={publication.id}>
            <PublicationCard publication={publication} reasons={reasons.map(({ label }) => label)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Neighbours(variables: { id: string; contributors: string[]; countries: string[] }) {
  const [{ data }] = useQuery({ query: NEIGHBOURS, variables });
  const lists = [
    [texts.publication.byContributors, data?.byContributors?.nodes ?? []],
    [texts.publication.aboutPlaces, data?.aboutPlaces?.nodes ?? []],
  ] as const;
  return lists.map(
    ([title, publications]) =>
      publications.length > 0 && (
        <section key={title}>
          <h2>{title}</h2>
          <ol className="cards">
            {publications.map((publication) => (
              <li key={publication.id}>
                <PublicationCard publication={publication} />
              </li>
            ))}
          </ol>
        </section>
      ),
  );
}
