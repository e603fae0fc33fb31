import { Link } from 'wouter';
import { texts } from '../texts.ts';
import { useTitle } from '../parts/title.ts';

export function NotFoundPage({ message = texts.states.notFound }: { message?: string }) {
  useTitle(message);
  return (
    <section className="notice">
      <h1>{message}</h1>
      <p>
        <Link href="/">{texts.states.start}</Link>
      </p>
    </section>
  );
}
