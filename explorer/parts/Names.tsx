import { Link } from 'wouter';
import type { Kind } from '../pages/EntityPage.tsx';
import { texts } from '../texts.ts';

/** The kind of a page, its slug or code, and the displayed name. */
export type Named = [kind: Kind, slug: string, name: string];

/** Links to pages. Names beyond `most` are only counted. */
export function Names({
  names,
  className,
  most = Infinity,
}: {
  names: Named[];
  className: string;
  most?: number;
}) {
  if (names.length === 0) return null;
  return (
    <ul className={className}>
      {names.slice(0, most).map(([kind, slug, name]) => (
        <li key={`${kind} ${slug}`}>
          <Link href={toPath(kind, slug)} dir="auto">
            {name}
          </Link>
        </li>
      ))}
      {names.length > most && <li className="more">{texts.list.andMore(names.length - most)}</li>}
    </ul>
  );
}

/** The address of a page, below /explore. */
export function toPath(kind: Kind, slug: string): string {
  return `/${kind}/${encodeURIComponent(slug)}`;
}
