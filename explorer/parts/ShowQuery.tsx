import type { DocumentNode } from 'graphql';
import { useId, useRef, useState } from 'react';
import { stringifyDocument } from 'urql';
import { type Language, snippets } from '../snippets.ts';
import { texts } from '../texts.ts';
import { CopyButton } from './CopyButton.tsx';

/** A button that opens the operation behind a view, to copy in several languages or to open in the playground. */
export function ShowQuery({ document, variables }: { document: DocumentNode; variables: object }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <span aria-hidden="true">{'{ }'}</span> {texts.query.show}
      </button>
      <dialog
        ref={dialog}
        className="query"
        aria-label={texts.query.title}
        onClose={() => setOpen(false)}
        // The target of a click outside the dialog's content is the dialog itself.
        onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      >
        {isOpen && (
          <Query document={document} variables={variables} onClose={() => dialog.current?.close()} />
        )}
      </dialog>
    </>
  );
}

function Query(props: { document: DocumentNode; variables: object; onClose: () => void }) {
  const [language, setLanguage] = useState<Language>('GraphQL');
  const selectId = useId();
  const query = stringifyDocument(props.document).trim();
  const variables = Object.fromEntries(Object.entries(props.variables).filter(([, value]) => value != null));
  const text = snippets[language]({ query, variables, url: new URL('/graphql', location.href).href });
  const playground = `/playground?${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) }).toString()}`;
  return (
    <div>
      <header>
        <h2>{texts.query.title}</h2>
        <button type="button" className="quiet" onClick={props.onClose}>
          {texts.query.close}
        </button>
      </header>
      <div className="actions">
        <label htmlFor={selectId}>{texts.query.format}</label>
        <select
          id={selectId}
          value={language}
          onChange={({ target }) => setLanguage(target.value as Language)}
        >
          {Object.keys(snippets).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <CopyButton text={text} />
        <a href={playground}>{texts.query.open}</a>
      </div>
      <pre tabIndex={0} aria-label={language}>
        <code>{text}</code>
      </pre>
    </div>
  );
}
