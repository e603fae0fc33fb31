/**
 * The folders of src, from the ground up. A folder imports from its own layer and from those before it, types included.
 * src/context.ts and src/schema.generated.ts name types of all layers; they are in none.
 */
const LAYERS = [
  ['text', 'identifier'],
  ['db'],
  ['graphql'],
  ['author', 'catalogue', 'counts', 'country', 'filed', 'publication', 'reference', 'region', 'search'],
  ['facet', 'related', 'statistics', 'suggest'],
  ['backup', 'citation', 'embedded', 'export', 'import', 'resolve'],
  ['api'],
  ['server'],
  ['cli'],
];

/** The imports that run upwards, and why. */
const UPWARDS = [
  // A page of publications has facets, and a publication has citations.
  { from: 'publication/publication.connection', to: 'facet/facet.connection' },
  { from: 'publication/publication.resolvers', to: 'citation/citation' },
  { from: 'publication/publication.resolvers', to: 'export/(to-record|formats/csl/csl\\.item)' },
  // An export creates a context, because the command line has no request.
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

/** The files of UPWARDS may import what is listed there, and nothing else from a higher layer. */
const upwardRules = [...new Set(UPWARDS.map(({ from }) => from))].map((from) => {
  const layer = LAYERS.findIndex((folders) => folders.includes(from.split('/')[0]));
  return {
    name: `upwards-${from}`,
    comment: 'It may import only what UPWARDS lists from higher layers.',
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
 * The directions of imports, from the outside in:
 * cli, server → api → *.resolvers → *.connection, *.filter → *.loaders → *.queries → db → text
 * import → *.queries → db
 * Types may be imported across these directions, because they don't exist at run time, unless a rule forbids it.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    ...layerRules,
    ...upwardRules,
    {
      name: 'no-circular',
      comment: 'Merge modules that import each other, or move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'text-is-pure',
      comment: 'src/text has pure functions of texts. It imports nothing else of src.',
      severity: 'error',
      from: { path: '^src/text/' },
      to: { path: '^src/', pathNot: '^src/text/' },
    },
    {
      name: 'db-knows-nobody',
      comment: 'src/db does not depend on the concepts of the catalogue.',
      severity: 'error',
      from: { path: '^src/db/' },
      to: { path: '^src/', pathNot: '^src/(db/|text/|project\\.ts$)' },
    },
    {
      name: 'concepts-are-plain',
      comment:
        'A domain type and its rules (src/country/country.ts) depend on other domain types and on src/text only.',
      severity: 'error',
      from: { path: '^src/([^/]+)/\\1\\.ts$', pathNot: '^src/(import|reference|server|embedded|citation)/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(([^/]+)/\\2\\.ts$|publication/(memberships|publication\\.fields)\\.ts$|$1/(styles/)?[\\w-]+\\.ts$|text/)',
      },
    },
    {
      name: 'queries-speak-sql-only',
      comment:
        'GraphQL, the import and the command line call *.queries.ts with a database and plain values, so it depends on none of them.',
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
      comment: 'A *.loaders.ts file batches keys for queries. Resolvers convert the rows for GraphQL.',
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
      comment: 'A resolver uses a loader or a connection. Its own query would send one statement per object.',
      severity: 'error',
      from: { path: '\\.resolvers\\.ts$' },
      to: { path: ['^node_modules/(kysely|pg)/', '^src/(server|cli|import)/'] },
    },
    {
      name: 'resolvers-are-assembled-once',
      comment: 'Only src/api imports resolvers. Put what two resolvers need into another file.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/api/'] },
      to: { path: '\\.resolvers\\.ts$' },
    },
    {
      name: 'import-knows-no-graphql',
      comment: 'The import runs without the API.',
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
      comment: 'src/import/repair has pure functions. It uses vocabularies, but no database.',
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
      comment:
        'Only the server and the command line read the configuration. Other folders get values as arguments.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server|cli)/' },
      to: { path: '^src/(server|cli)/' },
    },
    {
      name: 'server-knows-no-command-line',
      comment: 'The command line imports the server, not the reverse.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'The package contains src, but not the folders for development.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts|examples|migrations)/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must stay the same when src changes.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: ['^src/', '^node_modules/'], pathNot: '^node_modules/kysely/' },
    },
    {
      name: 'no-development-packages-in-src',
      comment: 'Packages that src imports are "dependencies", because the installed package has no others.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-unresolvable',
      comment: 'The module does not exist. The exception has types only.',
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
