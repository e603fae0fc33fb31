/** Tells the user that a command is stopping after Ctrl-C. */
export function announceStop(): void {
  console.error('Stopping; press Ctrl-C again to stop at once.');
}

/** Tells the user that a command waits until another one no longer changes the catalogue. */
export function announceWait(): void {
  console.error('Waiting for another import to end.');
}
