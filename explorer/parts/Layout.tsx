import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../texts.ts';
import { SearchBox } from './SearchBox.tsx';
import { OfflineNotice } from './states.tsx';

/** The frame of every page: the header with the search box, the page, the footer. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <img src="/playground/icon.svg" alt="" width="26" height="26" />
          {texts.product}
        </Link>
        <SearchBox />
        <nav aria-label={texts.product}>
          <a href="/playground">{texts.playground}</a>
          <a href="/docs">{texts.docs}</a>
        </nav>
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer>{texts.footer}</footer>
    </>
  );
}
