import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** Whether an address is that of a trusted proxy. */
export type IsProxy = (address: string) => boolean;

/** Prefix length of a customer's IPv6 network in bits. Customers choose the other bits freely. */
const IPV6_NETWORK = 64;

/**
 * Compiles the value of TRUST_PROXY to a predicate.
 * @param networks addresses, networks (`10.0.0.0/8`), or `loopback`, `linklocal`, `uniquelocal`
 * @throws TypeError if an entry has none of these forms
 */
export function compileProxies(networks: readonly string[]): IsProxy {
  if (networks.length === 0) return () => false;
  const isTrusted = proxyAddr.compile([...networks]);
  return (address) => isTrusted(address, 0);
}

/** Parses an entry of `X-Forwarded-For` and drops its port. Returns null if it isn't an IP address. */
export function readAddress(text: string): string | null {
  const bare =
    /^\[([^\]]*)\](?::\d+)?$/.exec(text.trim())?.[1] ?? text.trim().replace(/^([\d.]+):\d+$/, '$1');
  if (isIP(bare) === 0) return null;
  return ipaddr.process(bare).toString();
}

/**
 * Returns the address of the client: the furthest entry of `X-Forwarded-For` that only trusted proxies reported. An
 * invalid entry ends the search, so forged entries don't count as new clients.
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

/** Returns the key by which limits count clients: the IPv4 address, or the network (/64) of an IPv6 address. */
export function toClientKey(address: string): string {
  if (!address.includes(':')) return address;
  const { parts } = ipaddr.IPv6.parse(address.replace(/%.*/, ''));
  return `${parts
    .slice(0, IPV6_NETWORK / 16)
    .map((part) => part.toString(16))
    .join(':')}::/${IPV6_NETWORK}`;
}
