import { waitForEventLoop } from '../../src/server/event-loop.ts';

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
        await waitForEventLoop();
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
