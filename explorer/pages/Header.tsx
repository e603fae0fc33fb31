import type { DocumentNode } from 'graphql';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { ShowQuery } from '../parts/ShowQuery.tsx';
import { Failure, Skeleton } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { texts } from '../texts.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

export interface HeaderProps {
  slug: string;
  /** The page below the header; hidden if the object doesn't exist. */
  children: ReactNode;
}

/** The header of an object's page: its kind, name and facts; or a notice that it is missing, loading, or failed to load. */
export function Header(props: {
  kind: string;
  /** Undefined while loading; null if the object doesn't exist. */
  name: string | null | undefined;
  error: CombinedError | undefined;
  onRetry: () => void;
  document: DocumentNode;
  variables: object;
  facts: (readonly [label: string, value: ReactNode])[];
  children: ReactNode;
}) {
  const { kind, name, error, onRetry, document, variables, facts, children } = props;
  useTitle(name ?? null);
  if (error && !name) return <Failure error={error} onRetry={onRetry} />;
  if (name === null) return <NotFoundPage message={texts.entity.missing} />;
  if (name === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <header className="entity">
        <p className="kicker">{kind}</p>
        <h1 dir="auto">{name}</h1>
        <dl className="facts inline">
          {facts.map(([label, value]) => (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ShowQuery document={document} variables={variables} />
      </header>
      {children}
    </>
  );
}
