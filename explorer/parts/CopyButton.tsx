import { useState } from 'react';
import { texts } from '../texts.ts';

/** Copies a text, and confirms it until the text changes. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
      >
        {texts.copy.action}
      </button>
      <span role="status">{copied === text && texts.copy.done}</span>
    </>
  );
}
