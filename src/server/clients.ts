import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** Whether an address is that of a trusted proxy. */
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
 * Returns the address of the client: the furthest one that only trusted proxies reported. An entry that is no address ends the
 * search, so forged entries don't count as new clients.
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

/** The client that limits count: an IPv4 address, or the network of an IPv6 address. */
export function toClientKey(address: string): string {
  if (!address.includes(':')) return address;
  const { parts } = ipaddr.IPv6.parse(address.replace(/%.*/, ''));
  return `${parts
    .slice(0, IPV6_NETWORK / 16)
    .map((part) => part.toString(16))
    .join(':')}::/${IPV6_NETWORK}`;
}
