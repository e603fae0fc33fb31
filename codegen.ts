import type { CodegenConfig } from '@graphql-codegen/cli';
import { FILED_KINDS, MEMBERSHIP_KINDS, mapNames } from './src/publication/memberships.ts';
import { capitalize } from './src/text/capitalize.ts';

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
 * Writes the types of resolvers from the SDL, and the typed documents of the example clients and the explorer.
 * `mappers` names the type of the object that the resolvers of a type receive.
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
          ...mapNames(FILED_KINDS, capitalize, () => './filed/filed.ts#Filed'),
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
          ...mapNames(
            MEMBERSHIP_KINDS,
            (kind) => `${capitalize(kind)}Connection`,
            () => './graphql/connection.ts#AnyConnection',
          ),
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
