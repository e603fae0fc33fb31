import { type TestCatalogue, testCatalogue } from './catalogue.ts';
import { type TestServer, testServer } from './server.ts';

/** A catalogue and its server, which the tests of a file share. */
export interface ServedCatalogue {
  catalogue: TestCatalogue;
  server: TestServer;
}

/** Serves a catalogue before the tests of a file, and stops the server after them. @param use receives both */
export function serveCatalogue(template: 'empty' | 'listing', use: (served: ServedCatalogue) => void): void {
  let served: ServedCatalogue;
  beforeAll(async () => {
    const catalogue = await testCatalogue(template);
    served = { catalogue, server: await testServer(catalogue) };
    use(served);
  });
  afterAll(async () => {
    await served.server.stop();
    await served.catalogue.close();
  });
}
