import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import { texts } from '../texts.ts';
import { Header, type HeaderProps } from './Header.tsx';

const TOPIC = graphql(`
  query Topic($slug: String!) {
    subject: topic(slug: $slug) {
      id
      name
      description
    }
  }
`);

const CATEGORY = graphql(`
  query Category($slug: String!) {
    subject: category(slug: $slug) {
      id
      name
      description
    }
  }
`);

const DOCUMENTS = { topic: TOPIC, category: CATEGORY };

/** The header of a topic's or a category's page. */
export function SubjectHeader({ slug, kind, children }: HeaderProps & { kind: keyof typeof DOCUMENTS }) {
  const variables = { slug };
  const document = DOCUMENTS[kind];
  const [{ data, error }, ask] = useQuery<
    { subject: { name: string; description: string | null } | null },
    { slug: string }
  >({ query: document, variables });
  return (
    <Header
      kind={texts.kinds[kind.toUpperCase() as Uppercase<typeof kind>]}
      name={data && (data.subject?.name ?? null)}
      {...{ error, variables, document }}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      facts={[[texts.entity.description, data?.subject?.description]]}
    >
      {children}
    </Header>
  );
}
