import type { ReactNode } from 'react';
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

const PUBLICATION = graphql(`
  query Publication($slug: String!) {
    publication(slug: $slug) {
      id
      url
      createdAt
      updatedAt
      partOf {
        title
        publisher
        place
        year
      }
      contributions {
        role
        position
        printedAs
        author {
          id
          slug
          name
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

/** Everything that is known of a publication, and where to go from it. */
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
  const { url, partOf, contributions, related, createdAt, updatedAt } = publication;
  const host =
    partOf && [partOf.title, partOf.publisher, partOf.place, partOf.year].filter(Boolean).join(', ');
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
          <dl className="facts">
            <Fact label={texts.dimensions.countries.title}>
              <Names
                className="chips"
                names={card.countries.map(({ code, name }): Named => ['country', code, name])}
              />
            </Fact>
            <Fact label={texts.dimensions.regions.title}>
              <Names
                className="chips"
                names={card.regions.map(({ slug, name }): Named => ['region', slug, name])}
              />
              {card.isWorldwide && <span className="label">{texts.list.worldwide}</span>}
            </Fact>
            <Fact label={texts.dimensions.topics.title}>
              <Names
                className="chips subjects"
                names={card.topics.map(({ slug, name }): Named => ['topic', slug, name])}
              />
            </Fact>
            <Fact label={texts.dimensions.categories.title}>
              <Names
                className="chips subjects"
                names={card.categories.map(({ slug, name }): Named => ['category', slug, name])}
              />
            </Fact>
            <Fact label={texts.publication.contributors}>
              <ul>
                {contributions.map(({ author, role, position, printedAs }) => (
                  <li key={position}>
                    <Names className="plain" names={[['author', author.slug, author.name]]} />
                    <small>
                      {texts.publication.roles[role] ?? role}
                      {printedAs !== author.name && <>, {texts.publication.printedAs(printedAs)}</>}
                    </small>
                  </li>
                ))}
              </ul>
            </Fact>
            <Fact label={texts.publication.partOf}>{host && <span dir="auto">{host}</span>}</Fact>
            <Fact label={texts.publication.added}>{toDay(createdAt)}</Fact>
            <Fact label={texts.publication.updated}>{updatedAt !== createdAt && toDay(updatedAt)}</Fact>
          </dl>
        </aside>
      </div>
    </article>
  );
}

/** A term with what is known; hidden by the style sheet if nothing is. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
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

function toDay(instant: string): string {
  return new Date(instant).toLocaleDateString('en', { dateStyle: 'long' });
}
