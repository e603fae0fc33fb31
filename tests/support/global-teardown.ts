import { teardown } from './global-setup.ts';

/** Stops what global-setup.ts started. */
export default async function globalTeardown(): Promise<void> {
  await teardown.pubatlasTeardown?.();
}
