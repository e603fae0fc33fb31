import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import { type Named, Names } from '../parts/Names.tsx';
import { texts } from '../texts.ts';
import { Header, type HeaderProps } from './Header.tsx';

const REGION = graphql(`
  query Region($slug: String!) {
    region(slug: $slug) {
      id
      name
      m49
      names {
        language
        text
      }
      parent {
        id
        slug
        name
      }
      children {
        id
        slug
        name
      }
      countries(transitive: false) {
        id
        code
        name
      }
    }
  }
`);

export function RegionHeader({ slug, children }: HeaderProps) {
  const variables = { slug };
  const [{ data, error }, ask] = useQuery({ query: REGION, variables });
  const region = data?.region;
  const regions = (list: readonly { slug: string; name: string }[]) => (
    <Names className="chips" names={list.map(({ slug, name }): Named => ['region', slug, name])} />
  );
  const others = region?.names.map(({ text }) => text).filter((text) => text !== region.name) ?? [];
  return (
    <Header
      kind={texts.kinds.REGION}
      name={data && (region?.name ?? null)}
      {...{ error, variables }}
      document={REGION}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      facts={[
        [texts.entity.alsoKnownAs, <bdi>{[...new Set(others)].join(' · ')}</bdi>],
        [texts.entity.m49, region?.m49],
        [texts.entity.within, regions(region?.parent ? [region.parent] : [])],
        [texts.entity.regions, regions(region?.children ?? [])],
        [
          texts.entity.countries,
          <Names
            className="chips"
            most={30}
            names={region?.countries.map(({ code, name }): Named => ['country', code, name]) ?? []}
          />,
        ],
      ]}
    >
      {children}
    </Header>
  );
}
