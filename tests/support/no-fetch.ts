/** Takes the place of `node-fetch`, which jest can't load from the CommonJS module that requires it: no test may fetch. */
export default function fetchNothing(): never {
  throw new Error('A test fetches nothing.');
}
