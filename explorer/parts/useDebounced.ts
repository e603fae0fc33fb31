import { useEffect, useState } from 'react';

/** Returns a value only after it hasn't changed for `pause` milliseconds; until then the previous one. */
export function useDebounced<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
