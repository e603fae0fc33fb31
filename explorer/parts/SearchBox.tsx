import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import { useLocation, useSearchParams } from 'wouter';
import { graphql } from '../generated/index.ts';
import type { SuggestQuery } from '../generated/graphql.ts';
import { readState, toAddress } from '../state.ts';
import { texts } from '../texts.ts';
import { useDebounced } from './useDebounced.ts';

const SUGGEST = graphql(`
  query Suggest($text: String!) {
    suggest(text: $text, first: 8) {
      kind
      value
      label
      matched
      hint
    }
  }
`);

type Suggestion = NonNullable<SuggestQuery['suggest']>[number];

/** Milliseconds without typing before suggestions are requested. */
const PAUSE = 150;

/** The search box: a combobox. A suggestion opens its page; the text starts a search. */
export function SearchBox() {
  const [path, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const searched = parameters.get('q') ?? '';
  const [text, setText] = useState(searched);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const typed = useDebounced(text.trim(), PAUSE);
  const [{ data }] = useQuery({
    query: SUGGEST,
    variables: { text: typed },
    pause: typed === '' || !isOpen,
  });
  const suggestions = typed === '' ? [] : (data?.suggest ?? []);
  const isShown = isOpen && suggestions.length > 0 && text.trim() !== '';

  // The browser's "Back" changes the address, so the box has to follow.
  useEffect(() => setText(searched), [searched]);

  const search = (words: string) => {
    setOpen(false);
    // A search on the start page keeps the filters. A search on another page starts without filters.
    const state = readState(path === '/' ? parameters : new URLSearchParams());
    const sort = state.sort === 'relevance' ? null : state.sort;
    navigate(toAddress('/', { ...state, search: words, sort, after: null, before: null }));
  };
  const open = ({ kind, value }: Suggestion) => {
    setOpen(false);
    setText('');
    navigate(`/${kind.toLowerCase()}/${encodeURIComponent(value)}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const suggestion = isShown ? suggestions[active] : undefined;
    if (suggestion) open(suggestion);
    else search(text);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    // -1 is the box itself.
    setActive(((active + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1);
  };

  return (
    <form role="search" className="search" onSubmit={submit}>
      <input
        type="search"
        role="combobox"
        aria-label={texts.search.label}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        maxLength={1000}
        placeholder={texts.search.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <button type="submit">{texts.search.submit}</button>
      <ul id={listId} role="listbox" aria-label={texts.search.suggestions} hidden={!isShown}>
        {suggestions.map((suggestion, index) => (
          <li
            key={`${suggestion.kind} ${suggestion.value}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            // Otherwise the box loses the focus, and the list closes, before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(suggestion)}
          >
            <span dir="auto">{suggestion.label}</span>
            <small>
              {[suggestion.matched, texts.kinds[suggestion.kind], suggestion.hint]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </form>
  );
}
