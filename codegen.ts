import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { ID: 'string', DateTime: 'string', URL: 'string', JSON: 'object', PartialDate: 'string' };

const client = {
  preset: 'client' as const,
  presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
  config: {
    scalars,
    enumsAsTypes: true,
    useTypeImports: true,
    emitLegacyCommonJSImports: false,
    importExtension: '.ts' as const,
    strictScalars: true,
    defaultScalarType: 'unknown',
  },
};

/**
 * Resolver types from the SDL, and the documents of the example clients with their types. What a resolver is handed for a type
 * is named under `mappers`.
 */
const config: CodegenConfig = {
  schema: ['schema/**/*.graphql'],
  generates: {
    'examples/clients/generated/': { documents: ['examples/clients/*.ts'], ...client },
    'explorer/generated/': { documents: ['explorer/**/*.{ts,tsx}', '!explorer/generated/**'], ...client },
    'src/schema.generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: './context.ts#Context',
        mapperTypeSuffix: 'Model',
        mappers: {
          Publication: './publication/publication.ts#Publication',
          Contribution: './publication/publication.ts#Contribution',
          Country: './country/country.ts#Country',
          Region: './region/region.ts#Region',
          Author: './author/author.ts#Author',
          Topic: './topic/topic.ts#Topic',
          Category: './category/category.ts#Category',
          Catalogue: './catalogue/catalogue.ts#Catalogue',
          CoAuthor: './author/author.ts#CoAuthor',
          RelatedPublication: './related/related.ts#RelatedPublication',
          PublicationConnection: './publication/publication.connection.ts#PublicationConnection',
          PublicationFacets: './facet/facet.connection.ts#FacetedList',
          FacetBucket: './facet/facet.ts#Bucket',
          NameMeaning: './resolve/names.ts#NameMeaning',
          Suggestion: './suggest/suggest.ts#Suggestion',
          StatisticsKey: './statistics/statistics.ts#StatisticsKey',
          PublicationStatistics: './statistics/statistics.connection.ts#PublicationStatistics',
          CountryConnection: './graphql/connection.ts#AnyConnection',
          RegionConnection: './graphql/connection.ts#AnyConnection',
          AuthorConnection: './graphql/connection.ts#AnyConnection',
          TopicConnection: './graphql/connection.ts#AnyConnection',
          CategoryConnection: './graphql/connection.ts#AnyConnection',
        },
        scalars,
        enumsAsConst: true,
        useTypeImports: true,
        emitLegacyCommonJSImports: false,
        importExtension: '.ts',
        strictScalars: true,
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
        defaultScalarType: 'unknown',
      },
    },
  },
};

export default config;
