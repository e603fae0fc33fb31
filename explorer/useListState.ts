import { useLocation, useSearchParams } from 'wouter';
import { type ListState, type Update, firstPage, readState, toAddress } from './state.ts';

/** Returns the list's state from the address, and a function that writes a new state as a new entry of the browser's history. */
export function useListState(): [ListState, Update] {
  const [path, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const state = readState(parameters);
  return [state, (patch) => navigate(toAddress(path, { ...firstPage(state), ...patch }))];
}
