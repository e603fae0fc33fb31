import { useEffect, useState } from 'react';
import type { CombinedError } from 'urql';
import { texts } from '../texts.ts';

/** Grey lines as a placeholder while a text loads. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{texts.states.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}

/** An error, with a button to retry. The API's own messages say what would be right. */
export function Failure({ error, onRetry }: { error: CombinedError; onRetry: () => void }) {
  return (
    <section className="notice failure" role="alert">
      <p>{error.networkError ? texts.states.unreachable : texts.states.failed}</p>
      {error.graphQLErrors.map(({ message }, index) => (
        <p key={index}>{message}</p>
      ))}
      <button type="button" onClick={onRetry}>
        {texts.states.retry}
      </button>
    </section>
  );
}

/** A notice while the browser is offline. */
export function OfflineNotice() {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return (
    <div role="status" className="offline">
      {isOffline && texts.states.offline}
    </div>
  );
}
