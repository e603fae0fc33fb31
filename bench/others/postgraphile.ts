import { createServer } from 'node:http';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { postgraphile } from 'postgraphile';
import { jsonPgSmartTags } from 'postgraphile/utils';

/** PostGraphile over the catalogue's tables and their relations. Needs PORT and DATABASE_URL. */

/** Relations of the derived tables. They are declared here because these tables have no foreign keys. */
const foreignKeys: Record<string, string[]> = {
  publication_country: [
    '(country_id) references country (id)',
    '(publication_id) references publication (id)',
  ],
  publication_region: ['(region_id) references region (id)', '(publication_id) references publication (id)'],
  publication_author: ['(author_id) references author (id)', '(publication_id) references publication (id)'],
  publication_topic: ['(topic_id) references topic (id)', '(publication_id) references publication (id)'],
  contribution: ['(publication_id) references publication (id)', '(author_id) references author (id)'],
};

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  // The plugin would forbid conditions on columns without an index. Some conditions filter rows that another index
  // found.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: Object.fromEntries(
          Object.entries(foreignKeys).map(([table, foreignKey]) => [
            `public.${table}`,
            { tags: { foreignKey } },
          ]),
        ),
      },
    }),
  ],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL as string, schemas: ['public', 'bench'] }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
};

const serv = postgraphile(preset).createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(Number(process.env.PORT), 'localhost');
