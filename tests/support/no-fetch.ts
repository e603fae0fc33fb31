/** Replaces `node-fetch`, which jest can't load from the CommonJS module that requires it. No test may fetch anyway. */
export default function fetchNothing(): never {
  throw new Error('A test fetches nothing.');
}
