import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** Whether an address is a proxy's, whose `X-Forwarded-For` is believed. */
export type IsProxy = (address: string) => boolean;

/** Bits of an IPv6 address that name a customer's network; the other half is the customer's to choose. */
const IPV6_NETWORK = 64;

/**
 * Compiles TRUST_PROXY.
 * @param networks addresses, networks (`10.0.0.0/8`), or `loopback`, `linklocal`, `uniquelocal`
 * @throws TypeError if one of them is neither
 */
export function compileProxies(networks: readonly string[]): IsProxy {
  if (networks.length === 0) return () => false;
  const isTrusted = proxyAddr.compile([...networks]);
  return (address) => isTrusted(address, 0);
}

/** An address as it stands in `X-Forwarded-For`, without its port; null if it isn't an IP address. */
export function readAddress(text: string): string | null {
  const bare =
    /^\[([^\]]*)\](?::\d+)?$/.exec(text.trim())?.[1] ?? text.trim().replace(/^([\d.]+):\d+$/, '$1');
  if (isIP(bare) === 0) return null;
  return ipaddr.process(bare).toString();
}

/**
 * The address of a request's client: the one furthest from us that is vouched for by proxies alone. An entry that isn't
 * an address ends the search, so made-up ones don't count as a client each.
 */
export function findClientAddress({ socket, headers }: FastifyRequest['raw'], isProxy: IsProxy): string {
  let address = readAddress(socket.remoteAddress ?? '') ?? '';
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  while (isProxy(address)) {
    const next = readAddress(forwarded.pop() ?? '');
    if (next === null) break;
    address = next;
  }
  return address;
}

/** What limits count an address under: an IPv4 address itself, of an IPv6 address its network. */
export function toClientKey(address: string): string {
  if (!address.includes(':')) return address;
  const { parts } = ipaddr.IPv6.parse(address.replace(/%.*/, ''));
  return `${parts
    .slice(0, IPV6_NETWORK / 16)
    .map((part) => part.toString(16))
    .join(':')}::/${IPV6_NETWORK}`;
}
