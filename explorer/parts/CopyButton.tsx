import { useState } from 'react';
import { copyText } from '../copy.ts';
import { texts } from '../texts.ts';

/** Copies a text, and says whether it could until the text changes. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<{ text: string; message: string } | null>(null);
  const copy = async () =>
    setCopied({ text, message: (await copyText(text)) ? texts.copy.done : texts.copy.failed });
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {texts.copy.action}
      </button>
      <span role="status">{copied?.text === text && copied.message}</span>
    </>
  );
}
