import type { FastifyRequest } from 'fastify';
import { compileProxies, findClientAddress, readAddress, toClientKey } from '../../src/server/clients.ts';

describe('readAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1:8080 ', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['unknown', null],
    ['', null],
    ['1', null],
    ['0x7f.1', null],
    ['192.0.2.1.', null],
    ['192.0.2.1, 192.0.2.2', null],
    ['[2001:db8::1', null],
  ])('reads %j as %j', (text, address) => expect(readAddress(text)).toBe(address));
});

describe('findClientAddress', () => {
  const find = (remoteAddress: string, forwarded: string | undefined, proxies: string[]) =>
    findClientAddress(
      {
        socket: { remoteAddress },
        headers: { 'x-forwarded-for': forwarded },
      } as unknown as FastifyRequest['raw'],
      compileProxies(proxies),
    );

  it.each([
    ['believes nobody without proxies', '192.0.2.9', '198.51.100.1', [], '192.0.2.9'],
    ['believes a proxy', '10.0.0.1', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    [
      'believes a proxy whose address is mapped into IPv6',
      '::ffff:10.0.0.1',
      '198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    [
      'passes over proxies, with ports too',
      '10.0.0.1',
      '198.51.100.1:55, 10.0.0.2:443',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    [
      'ignores what a client put in front',
      '10.0.0.1',
      '203.0.113.7, 198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['stops at what is no address', '10.0.0.1', '198.51.100.1, garbage', ['10.0.0.0/8'], '10.0.0.1'],
    [
      'stops at what is no address, behind a proxy',
      '10.0.0.1',
      'garbage, 10.0.0.2',
      ['10.0.0.0/8'],
      '10.0.0.2',
    ],
    ['takes the proxy without the header', '10.0.0.1', undefined, ['10.0.0.0/8'], '10.0.0.1'],
  ])('%s', (_, socket, forwarded, proxies, client) => expect(find(socket, forwarded, proxies)).toBe(client));
});

describe('toClientKey', () => {
  it('is an IPv4 address, or an IPv6 network of 64 bits', () => {
    expect(toClientKey('192.0.2.1')).toBe('192.0.2.1');
    expect(toClientKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(toClientKey('2001:db8:1:2:ffff::')).toBe('2001:db8:1:2::/64');
    expect(toClientKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(toClientKey('')).toBe('');
  });
});
