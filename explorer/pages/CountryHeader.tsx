import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import { type Named, Names } from '../parts/Names.tsx';
import { texts } from '../texts.ts';
import { Header, type HeaderProps } from './Header.tsx';

const COUNTRY = graphql(`
  query Country($code: String!) {
    country(code: $code) {
      id
      name
      officialName
      alpha2
      alpha3
      numericCode
      status
      names {
        language
        text
      }
      regions {
        id
        slug
        name
      }
      predecessors {
        id
        code
        name
      }
      successors {
        id
        code
        name
      }
    }
  }
`);

export function CountryHeader({ slug, children }: HeaderProps) {
  const variables = { code: slug };
  const [{ data, error }, ask] = useQuery({ query: COUNTRY, variables });
  const country = data?.country;
  const countries = (list: readonly { code: string; name: string }[] = []) => (
    <Names className="chips" names={list.map(({ code, name }): Named => ['country', code, name])} />
  );
  const others = country?.names.map(({ text }) => text).filter((text) => text !== country.name) ?? [];
  return (
    <Header
      kind={texts.entity.status[country?.status ?? 'CURRENT']}
      name={data && (country?.name ?? null)}
      {...{ error, variables }}
      document={COUNTRY}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      facts={[
        [texts.entity.officialName, country?.officialName !== country?.name && country?.officialName],
        [texts.entity.alsoKnownAs, <bdi>{[...new Set(others)].join(' · ')}</bdi>],
        [
          texts.entity.codes,
          [country?.alpha2, country?.alpha3, country?.numericCode].filter(Boolean).join(' · '),
        ],
        [
          texts.entity.within,
          <Names
            className="chips"
            names={country?.regions.map(({ slug, name }): Named => ['region', slug, name]) ?? []}
          />,
        ],
        [texts.entity.predecessors, countries(country?.predecessors)],
        [texts.entity.successors, countries(country?.successors)],
      ]}
    >
      {children}
    </Header>
  );
}
