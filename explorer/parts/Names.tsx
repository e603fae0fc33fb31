import { Link } from 'wouter';
import { texts } from '../texts.ts';

/** The kind of page, its slug or code, and the name that is shown. */
export type Named = [
  kind: 'country' | 'region' | 'author' | 'topic' | 'category',
  slug: string,
  name: string,
];

/** Names that lead to their pages; those beyond `most` are counted. */
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
export function toPath(kind: Named[0], slug: string): string {
  return `/${kind}/${encodeURIComponent(slug)}`;
}
