/**
 * The folders of src, from the ground up. A folder imports from its own layer and from those before it, types included.
 * src/context.ts and src/schema.generated.ts name types of all layers; they are in none.
 */
const LAYERS = [
  ['text', 'identifier'],
  ['db'],
  ['graphql'],
  ['author', 'catalogue', 'category', 'counts', 'country', 'publication', 'reference', 'region', 'search', 'topic'],
  ['facet', 'related', 'statistics', 'suggest'],
  ['backup', 'citation', 'embedded', 'export', 'import', 'resolve'],
  ['api'],
  ['server'],
  ['cli'],
];

/** Imports that run upwards, with what would have to move to end them. */
const UPWARDS = [
  // A page of publications offers what is asked about it.
  { from: 'publication/publication.connection', to: 'facet/facet.connection' },
  { from: 'publication/publication.resolvers', to: 'citation/citation' },
  { from: 'publication/publication.resolvers', to: 'export/(to-record|formats/csl/csl\\.item)' },
  // An export from the command line has no request whose context it could use.
  { from: 'export/snapshot', to: 'api/context' },
];

const layerRules = LAYERS.map((folders, i) => ({
  name: `layer-${folders.join('-')}`,
  comment: 'A folder imports from its own layer and from those before it.',
  severity: 'error',
  from: {
    path: `^src/(${folders.join('|')})/`,
    pathNot: UPWARDS.map(({ from }) => `^src/${from}\\.ts$`),
  },
  to: {
    path: `^src/(${
      LAYERS.slice(i + 1)
        .flat()
        .join('|') || '-'
    })/`,
  },
}));

/** The files of UPWARDS may do what stands there, and no more. */
const upwardRules = [...new Set(UPWARDS.map(({ from }) => from))].map((from) => {
  const layer = LAYERS.findIndex((folders) => folders.includes(from.split('/')[0]));
  return {
    name: `upwards-${from}`,
    comment: 'Its imports that run upwards are listed above.',
    severity: 'error',
    from: { path: `^src/${from}\\.ts$` },
    to: {
      path: `^src/(${LAYERS.slice(layer + 1)
        .flat()
        .join('|')})/`,
      pathNot: UPWARDS.filter((arrow) => arrow.from === from).map(({ to }) => `^src/${to}\\.ts$`),
    },
  };
});

/**
 * Who may import whom. From the outside in:
 * cli, server → api → *.resolvers → *.connection, *.filter → *.loaders → *.queries → db → text
 * import → *.queries → db
 * Types may be imported across, for they are gone when the code runs, but not by what must stand alone.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    ...layerRules,
    ...upwardRules,
    {
      name: 'no-circular',
      comment: 'Modules that need each other are one module, or two with a third that both need.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'text-is-pure',
      comment: 'src/text is text in, text out: it knows nobody.',
      severity: 'error',
      from: { path: '^src/text/' },
      to: { path: '^src/', pathNot: '^src/text/' },
    },
    {
      name: 'db-knows-nobody',
      comment: 'src/db knows no concept of the catalogue.',
      severity: 'error',
      from: { path: '^src/db/' },
      to: { path: '^src/', pathNot: '^src/(db/|text/|project\\.ts$)' },
    },
    {
      name: 'concepts-are-plain',
      comment:
        'A domain type and its rules (src/country/country.ts) need other domain types and texts, nothing else.',
      severity: 'error',
      from: { path: '^src/([^/]+)/\\1\\.ts$', pathNot: '^src/(import|reference|server|embedded|citation)/' },
      to: {
        path: '^src/',
        pathNot: '^src/(([^/]+)/\\2\\.ts$|publication/memberships\\.ts$|$1/(styles/)?[\\w-]+\\.ts$|text/)',
      },
    },
    {
      name: 'queries-speak-sql-only',
      comment:
        'A *.queries.ts file is called with a database and plain values: by GraphQL, the import, the command line.',
      severity: 'error',
      from: { path: '\\.queries\\.ts$' },
      to: {
        path: [
          '^src/(graphql|api|server|cli|import)/',
          '\\.(loaders|connection|filter|resolvers)\\.ts$',
          '^node_modules/(graphql|@graphql|@apollo|dataloader)',
        ],
      },
    },
    {
      name: 'loaders-batch-queries',
      comment:
        'A *.loaders.ts file gathers keys for queries; what GraphQL makes of the rows is for resolvers.',
      severity: 'error',
      from: { path: '\\.loaders\\.ts$' },
      to: {
        path: [
          '^src/(graphql|api|server|cli|import)/',
          '\\.(connection|filter|resolvers)\\.ts$',
          '^node_modules/(graphql|@graphql|@apollo)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'resolvers-do-not-query',
      comment: 'A resolver asks a loader or a connection: a query of its own is one statement an object.',
      severity: 'error',
      from: { path: '\\.resolvers\\.ts$' },
      to: { path: ['^node_modules/(kysely|pg)/', '^src/(server|cli|import)/'] },
    },
    {
      name: 'resolvers-are-assembled-once',
      comment: 'Resolvers are found in src/api/schema.ts; what two of them need is in neither.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/api/'] },
      to: { path: '\\.resolvers\\.ts$' },
    },
    {
      name: 'import-knows-no-graphql',
      comment: 'The import writes rows; it runs without the API.',
      severity: 'error',
      from: { path: '^src/import/' },
      to: {
        path: [
          '^src/(graphql|api|server|cli)/',
          '\\.(loaders|connection|resolvers)\\.ts$',
          '^node_modules/(graphql|@graphql|@apollo|dataloader)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'parsers-are-pure',
      comment: 'src/import/repair reads text by vocabularies, without a database.',
      severity: 'error',
      from: { path: '^src/import/repair/', pathNot: '^src/import/repair/repair\\.ts$' },
      to: {
        path: '^(src|node_modules)/',
        pathNot:
          '^src/(import/repair/|import/record\\.ts$|text/|project\\.ts$|reference/files\\.ts$|([^/]+)/\\2(\\.reference)?\\.ts$)',
      },
    },
    {
      name: 'server-is-outermost',
      comment: 'Nothing inside knows that there is a server or a configuration; it is told what it needs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server|cli)/' },
      to: { path: '^src/(server|cli)/' },
    },
    {
      name: 'server-knows-no-command-line',
      comment: 'The command line starts the server, not the other way round.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'What ships imports nothing of what only helps to make it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts|examples|migrations)/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must do for ever what it did at first, whatever becomes of src.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: ['^src/', '^node_modules/'], pathNot: '^node_modules/kysely/' },
    },
    {
      name: 'no-development-packages-in-src',
      comment:
        'A package that src needs is among "dependencies", or an installation without the others lacks it.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-unresolvable',
      comment: 'The module is not there. The one that is left out has types alone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@graphql-typed-document-node/core|virtual:world)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^bench/others/'] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
