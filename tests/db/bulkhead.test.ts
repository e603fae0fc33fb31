import { Bulkhead, type HeavyKind, type Visitor } from '../../src/db/bulkhead.ts';
import { RequestAborted, Overloaded } from '../../src/db/failures.ts';

/** Statements that run until they are told to end; `started` has their names in order. */
function statements(bulkhead: Bulkhead) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    send(name: string, visitor: Visitor, signal = new AbortController().signal, kind: HeavyKind = 'page') {
      const work = async () => {
        started.push(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
        return name;
      };
      return bulkhead.run(visitor, signal, work, kind);
    },
    count(name: string, visitor: Visitor) {
      return this.send(name, visitor, undefined, 'count');
    },
    async end(name: string) {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
  };
}
const visitor = (client: string): Visitor => ({ client, waiting: 0 });

describe('Bulkhead', () => {
  it('runs as many statements as it has slots, and the others in turn', async () => {
    const bulkhead = new Bulkhead(2, 10);
    const { started, send, end } = statements(bulkhead);
    const answers = ['1', '2', '3', '4'].map((name) => send(name, visitor('a')));
    await new Promise(setImmediate);
    expect(started).toEqual(['1', '2']);
    expect(bulkhead.count()).toEqual({ running: 2, waiting: 2 });
    for (const name of ['2', '1', '3', '4']) await end(name);
    expect(await Promise.all(answers)).toEqual(['1', '2', '3', '4']);
    expect(started).toEqual(['1', '2', '3', '4']);
    expect(bulkhead.count()).toEqual({ running: 0, waiting: 0 });
  });

  it('gives a free slot to the client with the fewest running statements', async () => {
    const { started, send, end } = statements(new Bulkhead(2, 10));
    const answers = [
      ...['a1', 'a2', 'a3', 'a4'].map((name) => send(name, visitor('a'))),
      send('b1', visitor('b')),
    ];
    await end('a1');
    expect(started).toEqual(['a1', 'a2', 'b1']);
    for (const name of ['a2', 'b1', 'a3', 'a4']) await end(name);
    await Promise.all(answers);
  });

  it('gives a single slot to clients in turn', async () => {
    const { started, send, end } = statements(new Bulkhead(1, 10));
    const answers = ['a1', 'a2', 'a3'].map((name) => send(name, visitor('a')));
    answers.push(...['b1', 'b2'].map((name) => send(name, visitor('b'))));
    for (const name of ['a1', 'b1', 'a2', 'b2', 'a3']) await end(name);
    expect(started).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
    await Promise.all(answers);
  });

  it('leaves slots that counts may not have to pages, also to those that wait behind counts', async () => {
    const statementsOf = statements(new Bulkhead(2, 10, { counts: 1 }));
    const { started, send, end } = statementsOf;
    const counts = ['c1', 'c2', 'c3'].map((name) => statementsOf.count(name, visitor('a')));
    const pages = ['p1', 'p2'].map((name) => send(name, visitor('a')));
    await new Promise(setImmediate);
    expect(started).toEqual(['c1', 'p1']);
    await end('p1');
    expect(started).toEqual(['c1', 'p1', 'p2']);
    await end('p2');
    expect(started).toEqual(['c1', 'p1', 'p2']);
    await end('c1');
    expect(started).toEqual(['c1', 'p1', 'p2', 'c2']);
    await end('c2');
    await end('c3');
    expect(await Promise.all([...counts, ...pages])).toEqual(['c1', 'c2', 'c3', 'p1', 'p2']);
  });

  it('leaves a slot to other clients if one client may not have all', async () => {
    const { started, send, end } = statements(new Bulkhead(2, 10, { ofClient: 1 }));
    const answers = ['a1', 'a2', 'a3'].map((name) => send(name, visitor('a')));
    answers.push(send('b1', visitor('b')));
    await new Promise(setImmediate);
    expect(started).toEqual(['a1', 'b1']);
    await end('b1');
    expect(started).toEqual(['a1', 'b1']);
    for (const name of ['a1', 'a2', 'a3']) await end(name);
    await Promise.all(answers);
    expect(started).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('refuses a client that has half of the queue, and everyone when it is full', async () => {
    const { send, end } = statements(new Bulkhead(1, 4));
    const waiting = ['a1', 'a2', 'a3'].map((name) => send(name, visitor('a')));
    await expect(send('a4', visitor('a'))).rejects.toBeInstanceOf(Overloaded);
    waiting.push(...['b1', 'b2'].map((name) => send(name, visitor('b'))));
    await expect(send('c1', visitor('c'))).rejects.toBeInstanceOf(Overloaded);
    for (const name of ['a1', 'b1', 'a2', 'b2', 'a3']) await end(name);
    await Promise.all(waiting);
  });

  it('counts a request once in the queue, however many statements it sends', async () => {
    const { send, end } = statements(new Bulkhead(1, 2));
    const request = visitor('a');
    const answers = ['1', '2', '3', '4'].map((name) => send(name, request));
    await expect(send('other', visitor('a'))).rejects.toBeInstanceOf(Overloaded);
    for (const name of ['1', '2', '3', '4']) await end(name);
    expect(await Promise.all(answers)).toEqual(['1', '2', '3', '4']);
  });

  it('forgets a request that is aborted while it waits', async () => {
    const bulkhead = new Bulkhead(1, 2);
    const { started, send, end } = statements(bulkhead);
    const first = send('1', visitor('a'));
    const aborting = new AbortController();
    const second = send('2', visitor('a'), aborting.signal);
    await expect(send('3', visitor('a'))).rejects.toBeInstanceOf(Overloaded);
    aborting.abort();
    await expect(second).rejects.toBeInstanceOf(RequestAborted);
    const fourth = send('4', visitor('a'));
    for (const name of ['1', '4']) await end(name);
    expect(await Promise.all([first, fourth])).toEqual(['1', '4']);
    expect(started).toEqual(['1', '4']);
    expect(bulkhead.count()).toEqual({ running: 0, waiting: 0 });
  });

  it('gives the slot back when a statement fails', async () => {
    const bulkhead = new Bulkhead(1, 2);
    const fail = () => Promise.reject(new Error('division by zero'));
    const { signal } = new AbortController();
    await expect(bulkhead.run(visitor('a'), signal, fail)).rejects.toThrow('division by zero');
    expect(await bulkhead.run(visitor('a'), signal, async () => 1)).toBe(1);
  });
});
