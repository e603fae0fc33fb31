import { type GraphQLObjectType, isObjectType } from 'graphql';
import { PARTS } from '../../explorer/client.ts';
import { createSchema } from '../../src/api/schema.ts';

describe('the cache of the explorer', () => {
  it('knows every type without an id', () => {
    const types = Object.values(createSchema().getTypeMap())
      .filter((type) => isObjectType(type) && !/^_|^Query$|(Connection|Edge)$/.test(type.name))
      .filter((type) => !('id' in (type as GraphQLObjectType).getFields()));
    expect([...PARTS].sort()).toEqual(types.map(({ name }) => name).sort());
  });
});
