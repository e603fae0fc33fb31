import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import { PublicationList } from '../parts/PublicationList.tsx';
import { useTitle } from '../parts/title.ts';
import { isNarrowed } from '../state.ts';
import { count, texts } from '../texts.ts';
import { useListState } from '../useListState.ts';

const CATALOGUE = graphql(`
  query Catalogue {
    catalogue {
      id
      publicationCount
      countryCount
      authorCount
      topicCount
      years {
        from
        to
      }
    }
  }
`);

/** The start page: the whole catalogue, or the results of a search. */
export function SearchPage() {
  const [state] = useListState();
  useTitle(state.search || null);
  return (
    <>
      <h1 className={isNarrowed(state) ? 'hidden' : 'hero'}>{texts.tagline}</h1>
      {!isNarrowed(state) && <Sizes />}
      <PublicationList />
    </>
  );
}

function Sizes() {
  const [{ data }] = useQuery({ query: CATALOGUE });
  const catalogue = data?.catalogue;
  const sizes = [
    [texts.sizes.publications, catalogue?.publicationCount],
    [texts.sizes.countries, catalogue?.countryCount],
    [texts.sizes.authors, catalogue?.authorCount],
    [texts.sizes.topics, catalogue?.topicCount],
  ] as const;
  return (
    <dl className="sizes">
      {sizes.map(([[singular, plural], size]) => (
        <div key={plural}>
          <dt>{size === 1 ? singular : plural}</dt>
          <dd>{size == null ? '–' : count(size)}</dd>
        </div>
      ))}
      <div>
        <dt>{texts.sizes.years}</dt>
        <dd>{catalogue?.years ? `${catalogue.years.from}–${catalogue.years.to}` : '–'}</dd>
      </div>
    </dl>
  );
}
