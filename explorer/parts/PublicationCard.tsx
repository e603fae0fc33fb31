import { Link } from 'wouter';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import type { PublicationHighlightField } from '../generated/graphql.ts';
import { texts } from '../texts.ts';
import { Marked } from './Marked.tsx';
import { type Named, Names } from './Names.tsx';

export const PUBLICATION_CARD = graphql(`
  fragment PublicationCard on Publication {
    id
    slug
    title
    abstract
    year
    isWorldwide
    authors {
      id
      slug
      name
    }
    countries {
      id
      code
      name
    }
    regions {
      id
      slug
      name
    }
    topics {
      id
      slug
      name
    }
    categories {
      id
      slug
      name
    }
  }
`);

interface Highlight {
  field: PublicationHighlightField;
  snippet: string;
}

/** A publication in a list. `highlights` is given if something was searched for. */
export function PublicationCard(props: {
  publication: FragmentType<typeof PUBLICATION_CARD>;
  highlights?: readonly Highlight[];
  reasons?: readonly string[];
}) {
  const publication = readFragment(PUBLICATION_CARD, props.publication);
  const { highlights, reasons } = props;
  const snippet = (field: PublicationHighlightField) =>
    highlights?.find((highlight) => highlight.field === field)?.snippet;
  const titleSnippet = snippet('TITLE');
  const abstractSnippet = snippet('ABSTRACT');
  const places: Named[] = [
    ...publication.countries.map(({ code, name }): Named => ['country', code, name]),
    ...publication.regions.map(({ slug, name }): Named => ['region', slug, name]),
  ];
  const subjects: Named[] = [
    ...publication.topics.map(({ slug, name }): Named => ['topic', slug, name]),
    ...publication.categories.map(({ slug, name }): Named => ['category', slug, name]),
  ];
  return (
    <article className="card">
      <p className="year">{publication.year ?? <span>{texts.list.unknownYear}</span>}</p>
      <div>
        <h3 dir="auto">
          <Link href={`/publication/${encodeURIComponent(publication.slug)}`}>
            {titleSnippet ? <Marked html={titleSnippet} /> : publication.title}
          </Link>
        </h3>
        <Names
          className="authors"
          most={4}
          names={publication.authors.map(({ slug, name }): Named => ['author', slug, name])}
        />
        {abstractSnippet ? (
          <p className="abstract" dir="auto">
            <Marked html={abstractSnippet} />
          </p>
        ) : (
          publication.abstract && (
            <p className="abstract" dir="auto">
              {publication.abstract}
            </p>
          )
        )}
        {highlights?.length === 0 && <p className="why">{texts.list.byName}</p>}
        {reasons && reasons.length > 0 && (
          <p className="why">
            {texts.publication.reasons}: {reasons.join(', ')}
          </p>
        )}
        <div className="labels">
          {publication.isWorldwide && <span className="label">{texts.list.worldwide}</span>}
          <Names className="chips" most={5} names={places} />
          <Names className="chips subjects" most={4} names={subjects} />
        </div>
      </div>
    </article>
  );
}
