import { Command } from 'commander';
import { printSchema } from 'graphql';
import { toClientSchema } from '../api/client-schema.ts';
import { createSchema } from '../api/schema.ts';

/** `pubatlas schema` */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the schema that clients see, in the GraphQL schema language. Needs no database.')
    .action(() => console.log(printSchema(toClientSchema(createSchema()))));
}
