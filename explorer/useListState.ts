import { useLocation, useSearchParams } from 'wouter';
import { type ListState, type Update, firstPage, readState, toAddress } from './state.ts';

/** The list's state in the address, and a function that writes it there as a new entry of the history. */
export function useListState(): [ListState, Update] {
  const [path, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const state = readState(parameters);
  return [state, (patch) => navigate(toAddress(path, { ...firstPage(state), ...patch }))];
}
