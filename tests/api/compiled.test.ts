import v8 from 'node:v8';
import vm from 'node:vm';
import { type DocumentNode, type OperationDefinitionNode, getOperationAST, parse } from 'graphql';
import { createDocumentStore, dropText } from '../../src/api/document.ts';
import { type CacheBounds, createCompiledOperations } from '../../src/api/compiled.ts';
import { createSchema } from '../../src/api/schema.ts';

const schema = createSchema();

/** Asks for operations by their text, as the executor does. */
function operations(interpretations: number, bounds: CacheBounds) {
  const compiled = createCompiledOperations(schema, interpretations, bounds);
  const documents = new Map<string, DocumentNode>();
  return {
    isCompiled(text: string, variables: Record<string, unknown> = {}): boolean {
      let document = documents.get(text);
      if (!document) documents.set(text, (document = parse(text)));
      const operation = getOperationAST(document) as NonNullable<ReturnType<typeof getOperationAST>>;
      return compiled.find(text, document, operation, variables) !== null;
    },
    count: compiled.count,
  };
}

const BOUNDS: CacheBounds = { fieldsOfOne: 10, fields: 20, counted: 3 };
/** An operation of five fields, which takes 10 of the bound. */
const five = (name: string) => `query ${name} { country(code: "NG") { code alpha3 numericCode m49: code } }`;

describe('compiled operations', () => {
  it('are those that are asked often', () => {
    const { isCompiled } = operations(2, BOUNDS);
    expect([1, 2, 3, 4].map(() => isCompiled(five('A')))).toEqual([false, false, true, true]);
  });

  it('are not those that come again after many others', () => {
    const { isCompiled, count } = operations(1, BOUNDS);
    for (let round = 0; round < 3; round++)
      for (const name of ['A', 'B', 'C', 'D']) expect(isCompiled(five(name))).toBe(false);
    expect(count()).toEqual({ operations: 0, fields: 0, counted: 3 });
  });

  it('are dropped when their fields are too many, the least recently used first', () => {
    const { isCompiled, count } = operations(1, BOUNDS);
    for (const name of ['A', 'B']) for (let i = 0; i < 2; i++) isCompiled(five(name));
    expect(count()).toMatchObject({ operations: 2, fields: 20 });
    isCompiled(five('A'));
    for (let i = 0; i < 2; i++) isCompiled(five('C'));
    expect(count()).toMatchObject({ operations: 2, fields: 20 });
    expect(['A', 'C', 'B'].map((name) => isCompiled(five(name)))).toEqual([true, true, false]);
  });

  it('stay within their bounds for thousands of distinct operations', () => {
    const { isCompiled, count } = operations(1, { fieldsOfOne: 10, fields: 200, counted: 100 });
    for (let i = 0; i < 1500; i++) {
      isCompiled(five(`Q${i}`));
      isCompiled(five(`Q${i}`));
    }
    expect(count()).toEqual({ operations: 20, fields: 200, counted: 0 });
  });

  it('are freed when they are dropped', () => {
    v8.setFlagsFromString('--expose-gc');
    const collectGarbage = vm.runInNewContext('gc') as () => void;
    const compileAndDrop = (from: number) => {
      const compiled = createCompiledOperations(schema, 0, { fieldsOfOne: 200, fields: 200, counted: 1 });
      for (let i = from; i < from + 50; i++) {
        const fields = Array.from({ length: 60 }, (_, j) => `f${i}_${j}: name`).join(' ');
        const document = parse(`query Q${i} { country(code: "NG") { ${fields} } }`);
        compiled.find(`${i}`, document, getOperationAST(document) as OperationDefinitionNode, {});
      }
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = compileAndDrop(0);
    const growth = compileAndDrop(1000) - before;
    // With V8's cache of compiled sources it is 12 MB.
    expect(growth).toBeLessThan(3_000_000);
  });

  it('have no more fields than the bound, counting fragments where they are spread and every type of an interface', () => {
    const { isCompiled } = operations(0, BOUNDS);
    const fields = (count: number) => Array.from({ length: count }, (_, i) => `f${i}: code`).join(' ');
    expect(isCompiled(`{ country(code: "NG") { ${fields(9)} } }`)).toBe(true);
    expect(isCompiled(`{ country(code: "NG") { ${fields(10)} } }`)).toBe(false);
    const spread = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: country(code: "NG") { ...F }`).join(' ')} } fragment F on Country { code name }`;
    expect(isCompiled(spread(3))).toBe(true);
    expect(isCompiled(spread(4))).toBe(false);
    expect(isCompiled('{ node(id: "x") { id } }')).toBe(true);
    expect(isCompiled('{ node(id: "x") { id __typename } }')).toBe(false);
  });

  it('are one for each combination of conditions', () => {
    const { isCompiled, count } = operations(0, BOUNDS);
    const query = 'query ($yes: Boolean!) { country(code: "NG") { code name @include(if: $yes) } }';
    expect(isCompiled(query, { yes: true })).toBe(true);
    expect(isCompiled(query, { yes: false })).toBe(true);
    expect(count()).toMatchObject({ operations: 2, fields: 15 });
  });

  it('have no variable that is named as a property of every object', () => {
    const { isCompiled } = operations(0, BOUNDS);
    expect(isCompiled('query ($toString: String!) { country(code: $toString) { code } }')).toBe(false);
  });
});

describe('the store of documents', () => {
  it('is bounded by nodes, and drops the least recently used document', async () => {
    const store = createDocumentStore(15);
    const [a, b, c] = [parse('{ a }'), parse('{ b }'), parse('{ c }')]; // 5 nodes each
    for (const [hash, document] of [
      ['a', a],
      ['b', b],
      ['c', c],
    ] as const)
      await store.set(hash, document);
    expect(await store.get('a')).toBe(a);
    await store.set('d', parse('{ d }'));
    expect(await store.get('b')).toBeUndefined();
    expect(await store.get('a')).toBe(a);
  });

  it('holds neither the text nor the comments of a document', () => {
    const document = parse('# a comment\n{ a }');
    dropText(document);
    expect(document.loc?.source.body).toBe('');
    expect(document.loc?.startToken.next).toBeNull();
  });
});
