import { Component, type ReactNode } from 'react';
import { texts } from '../texts.ts';

/** If a part of the page can't be loaded or rendered, shows what the user can do instead. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <section className="notice" role="alert">
        <p>{texts.states.partly}</p>
        <button type="button" onClick={() => location.reload()}>
          {texts.states.retry}
        </button>
      </section>
    );
  }
}
