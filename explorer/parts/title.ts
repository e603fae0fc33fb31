import { useEffect } from 'react';
import { texts } from '../texts.ts';

/** Sets the title of the browser's tab. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · ${texts.product}` : texts.product;
  }, [title]);
}
