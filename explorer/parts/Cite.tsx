import { useId, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import type { CitationStyle } from '../generated/graphql.ts';
import { texts } from '../texts.ts';
import { CopyButton } from './CopyButton.tsx';
import { Failure, Skeleton } from './states.tsx';

const CITATION = graphql(`
  query Citation($slug: String!, $style: CitationStyle!) {
    publication(slug: $slug) {
      id
      citation(style: $style)
    }
  }
`);

/** A publication's citation to copy, in the style that the reader chooses. */
export function Cite({ slug }: { slug: string }) {
  const [style, setStyle] = useState<CitationStyle>('APA');
  const [{ data, error, stale }, ask] = useQuery({ query: CITATION, variables: { slug, style } });
  const selectId = useId();
  const citation = data?.publication?.citation;
  return (
    <section className="cite">
      <h2>{texts.publication.cite}</h2>
      {error && !citation && <Failure error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!citation && !error && <Skeleton lines={2} />}
      {citation && (
        <p className={stale ? 'citation stale' : 'citation'} dir="auto">
          {citation}
        </p>
      )}
      <div className="actions">
        <label htmlFor={selectId}>{texts.publication.style}</label>
        <select
          id={selectId}
          value={style}
          onChange={({ target }) => setStyle(target.value as CitationStyle)}
        >
          {Object.entries(texts.publication.styles).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {citation && <CopyButton text={citation} />}
      </div>
    </section>
  );
}
