import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as graphiql from '@graphql-yoga/render-graphiql/graphiql';
import type { Topology } from 'topojson-specification';
import { type Plugin, defineConfig } from 'vite';

/** Builds the explorer and GraphiQL's files for the playground into build/explorer, which the server serves. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'explorer'),
  base: '/explore/',
  logLevel: 'warn',
  plugins: [worldMap(), graphiqlFiles(), playgroundModules()],
  build: {
    outDir: '../build/explorer',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no inline scripts or fonts
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/graphql': 'http://localhost:4000', '/playground': 'http://localhost:4000' } },
});

/** `virtual:world`: world-atlas as TopoJSON, with the API's country codes (ISO 3166-1 alpha-2) as ids. */
function worldMap(): Plugin {
  const name = 'virtual:world';
  return {
    name: 'world-map',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const { resolve } = createRequire(import.meta.url);
      const world = readJson<Topology>(resolve('world-atlas/countries-110m.json'));
      const countries = readJson<{ code: string; numericCode: string | null; status: string }[]>(
        path.join(import.meta.dirname, 'data/reference/countries.generated.json'),
      );
      const codes = new Map(
        countries
          .filter(({ status }) => status === 'CURRENT')
          .map(({ numericCode, code }) => [numericCode, code]),
      );
      const shapes = world.objects['countries'];
      if (shapes?.type !== 'GeometryCollection') throw new Error('world-atlas has no countries.');
      for (const shape of shapes.geometries) shape.id = codes.get(`${shape.id}`);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(world))});`;
    },
  };
}

/** Writes the script, the styles and the workers of GraphiQL, which @graphql-yoga/render-graphiql contains as texts, into files. */
function graphiqlFiles(): Plugin {
  const files: Record<string, string> = {
    'graphiql.js': graphiql.js,
    'graphiql.css': graphiql.css,
    'editorWorkerService.worker.js': graphiql.editorWorkerService,
    'graphql.worker.js': graphiql.graphqlWorker,
    'json.worker.js': graphiql.jsonWorker,
  };
  return {
    name: 'graphiql-files',
    generateBundle() {
      for (const [file, source] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName: `playground/${file}`, source });
    },
  };
}

/** Modules of the explorer that the playground loads too: they write programs and tables, and copy. */
function playgroundModules(): Plugin {
  return {
    name: 'playground-modules',
    buildStart() {
      for (const name of ['snippets', 'csv', 'copy']) {
        const id = path.join(import.meta.dirname, 'explorer', `${name}.ts`);
        this.emitFile({ type: 'chunk', id, fileName: `${name}.js`, preserveSignature: 'strict' });
      }
    },
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
