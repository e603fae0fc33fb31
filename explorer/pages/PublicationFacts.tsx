import type { ReactNode } from 'react';
import type { PublicationFactsFragment } from '../generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { toLanguageName } from '../languages.ts';
import { type Named, Names } from '../parts/Names.tsx';
import { texts } from '../texts.ts';

const PUBLICATION_FACTS = graphql(`
  fragment PublicationFacts on Publication {
    id
    type
    languages
    issued
    place
    edition
    volume
    issue
    pages
    keywords
    license
    isWorldwide
    createdAt
    updatedAt
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
    identifiers {
      scheme
      value
      url
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
    partOf {
      title
      publisher
      place
      year
      volume
      issue
      pages
      issn
    }
  }
`);

/** All facts about a publication, as terms and their values. */
export function PublicationFacts(props: { publication: FragmentType<typeof PUBLICATION_FACTS> }) {
  const publication = readFragment(PUBLICATION_FACTS, props.publication);
  const { countries, regions, topics, categories, contributions, identifiers } = publication;
  const { type, languages, issued, place, license, createdAt, updatedAt } = publication;
  return (
    <dl className="facts">
      <Fact label={texts.dimensions.countries.title}>
        <Names className="chips" names={countries.map(({ code, name }): Named => ['country', code, name])} />
      </Fact>
      <Fact label={texts.dimensions.regions.title}>
        <Names className="chips" names={regions.map(({ slug, name }): Named => ['region', slug, name])} />
        {publication.isWorldwide && <span className="label">{texts.list.worldwide}</span>}
      </Fact>
      <Fact label={texts.dimensions.topics.title}>
        <Names
          className="chips subjects"
          names={topics.map(({ slug, name }): Named => ['topic', slug, name])}
        />
      </Fact>
      <Fact label={texts.dimensions.categories.title}>
        <Names
          className="chips subjects"
          names={categories.map(({ slug, name }): Named => ['category', slug, name])}
        />
      </Fact>
      <Fact label={texts.publication.type}>{type && texts.types[type]}</Fact>
      <Fact label={texts.dimensions.languages.title}>{languages.map(toLanguageName).join(', ')}</Fact>
      <Fact label={texts.publication.contributors}>
        <ul>
          {contributions.map(({ author, role, position, printedAs }) => (
            <li key={position}>
              <Names className="plain" names={[['author', author.slug, author.name]]} />
              <small>
                {texts.publication.roles[role]}
                {printedAs !== author.name && <>, {texts.publication.printedAs(printedAs)}</>}
              </small>
            </li>
          ))}
        </ul>
      </Fact>
      <Fact label={texts.publication.published}>{join(place, issued && toDate(issued))}</Fact>
      <Fact label={texts.publication.partOf}>{publication.partOf && <Host host={publication.partOf} />}</Fact>
      <Fact label={texts.publication.edition}>{publication.edition}</Fact>
      <Fact label={texts.publication.volume}>{publication.volume}</Fact>
      <Fact label={texts.publication.issue}>{publication.issue}</Fact>
      <Fact label={texts.publication.pages}>{publication.pages}</Fact>
      <Fact label={texts.publication.identifiers}>
        <ul>
          {identifiers.map(({ scheme, value, url }) => (
            <li key={`${scheme} ${value}`}>
              {texts.publication.schemes[scheme]}{' '}
              {url ? (
                <a href={url} rel="noreferrer">
                  {value}
                </a>
              ) : (
                value
              )}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact label={texts.publication.keywords}>
        <bdi>{publication.keywords.join(' · ')}</bdi>
      </Fact>
      <Fact label={texts.publication.license}>
        {license?.startsWith('http') ? (
          <a href={license} rel="license noreferrer">
            {license}
          </a>
        ) : (
          license
        )}
      </Fact>
      <Fact label={texts.publication.added}>{toDate(createdAt)}</Fact>
      <Fact label={texts.publication.updated}>{updatedAt !== createdAt && toDate(updatedAt)}</Fact>
    </dl>
  );
}

/** A term with its value. The style sheet hides it if the value is empty. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The work that contains the publication, formatted as in a list of references. */
function Host({ host }: { host: NonNullable<PublicationFactsFragment['partOf']> }) {
  const { title, publisher, place, year, volume, issue, pages, issn } = host;
  const { publication: labels } = texts;
  return (
    <span dir="auto">
      {join(
        ...[title, publisher, place, year],
        volume && `${labels.volume} ${volume}`,
        issue && `${labels.issue} ${issue}`,
        pages && `${labels.pages} ${pages}`,
        issn && `${labels.schemes.ISSN} ${issn}`,
      )}
    </span>
  );
}

function join(...parts: (string | number | null | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}

/** Formats a date with its own precision: "2016", "May 2016", "3 May 2016". */
function toDate(date: string): string {
  const [, month, day] = date.split('-');
  return new Date(date).toLocaleDateString('en-GB', {
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
    // A date without a time is midnight UTC.
    ...(!date.includes('T') && { timeZone: 'UTC' }),
  });
}
