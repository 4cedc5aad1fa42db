import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { userError } from '../errors.ts';

/** Everything that is not a public host: this machine, private and link-local networks, carrier NAT, documentation, multicast, metadata services. */
const RESERVED_V4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
const PUBLIC_V6 = '2000::/3';
// Inside the public range: documentation, and addresses that carry an IPv4 address or a relay in them.
const RESERVED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const reserved = listOf([...RESERVED_V4, ...RESERVED_V6]);
const public_v6 = listOf([PUBLIC_V6]);

/** What an administrator allows in spite of the guard: host names, addresses and networks. */
export interface Allowance {
  readonly names: ReadonlySet<string>;
  readonly addresses: BlockList;
}

/** Reads `ServiceSettings.AllowedUntrustedInternalConnections`: separated by spaces or commas. What means nothing is left out. */
export function parseAllowance(text: string): Allowance {
  const words = text.split(/[\s,]+/).filter(Boolean).map((word) => word.replace(/^\[(.*)\]$/, '$1'));
  const networks = words.filter((word) => isNetwork(word));
  return { names: new Set(words.filter((word) => !isNetwork(word)).map((word) => word.toLowerCase())), addresses: listOf(networks) };
}

/** Whether an address is on the open internet or was allowed. */
export function isReachable(address: string, allowance: Allowance): boolean {
  const plain = mappedV4(address) ?? address;
  const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
  if (allowance.addresses.check(plain, family)) return true;
  if (reserved.check(plain, family)) return false;
  return family === 'ipv4' || public_v6.check(plain, family);
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** The addresses of a host that may be called; an error where there is none. Connect to these and do not ask again: the answer could change. */
export async function resolveReachable(host: string, allowance: Allowance): Promise<ResolvedAddress[]> {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await resolve(name, { all: true });
  const reachable = allowance.names.has(name) ? found : found.filter(({ address }) => isReachable(address, allowance));
  if (reachable.length) return reachable as ResolvedAddress[];
  throw userError('outbound.address.forbidden', `${name} is not on the public internet. An administrator can allow it in ServiceSettings.AllowedUntrustedInternalConnections.`);
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    list.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return list;
}

function isNetwork(word: string): boolean {
  const [address = '', bits, more] = word.split('/');
  const family = isIP(address);
  if (!family || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

// ::ffff:10.0.0.1, ::10.0.0.1 and 64:ff9b::10.0.0.1 are ways to write, or to reach, an IPv4 address.
function mappedV4(address: string): string | undefined {
  if (!address.includes(':')) return undefined;
  const canonical = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [, high, low] = /^(?:::ffff:|::|64:ff9b::)(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})$/.exec(canonical) ?? [];
  if (low === undefined || (high === undefined && canonical.startsWith('::') && !canonical.startsWith('::ffff:'))) return undefined;
  const number = ((parseInt(high ?? '0', 16) << 16) | parseInt(low, 16)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}
