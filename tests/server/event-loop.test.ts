import { shareEventLoop, waitForEventLoop } from '../../src/server/event-loop.ts';

describe('waitForEventLoop', () => {
  it('lets one caller go on in each turn of the event loop, in their order', async () => {
    let turn = 0;
    const count = () => {
      turn++;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    const turns = await Promise.all(
      ['first', 'second', 'third'].map(async (caller) => {
        await waitForEventLoop('one client');
        return [caller, turn];
      }),
    );
    clearImmediate(counting);
    expect(turns).toEqual([
      ['first', 1],
      ['second', 2],
      ['third', 3],
    ]);
  });
});

describe('shareEventLoop', () => {
  it('lets clients take turns once one has occupied a turn of the event loop', async () => {
    const order: string[] = [];
    const share = async (client: string, caller: string) => {
      await shareEventLoop(client);
      order.push(caller);
    };
    const first = share('a', 'a1');
    const since = performance.now();
    while (performance.now() - since < 15); // occupies the turn
    await Promise.all([first, share('a', 'a2'), share('a', 'a3'), share('b', 'b1'), share('a', 'a4')]);
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  });

  it('does not wait in a new turn', async () => {
    await new Promise(setImmediate);
    let isLater = false;
    setImmediate(() => (isLater = true));
    await shareEventLoop('a');
    expect(isLater).toBe(false);
  });
});
