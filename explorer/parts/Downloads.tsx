import { texts } from '../texts.ts';

/** A menu of file formats. `addressOf` returns the address of the file with an extension. */
export function Downloads({ addressOf }: { addressOf: (format: string) => string }) {
  return (
    <details className="menu">
      <summary>{texts.downloads.title}</summary>
      <ul>
        {Object.entries(texts.downloads.formats).map(([format, name]) => (
          <li key={format}>
            <a href={addressOf(format)} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
