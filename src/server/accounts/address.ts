import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { SigningIn } from '../house.ts'

/**
 * Where a request comes from. Behind a proxy it is the last address of `X-Forwarded-For`, which the proxy wrote itself; those before it are whatever the visitor said.
 * The empty text where it is not known.
 */
export function addressOf(c: Context, { behindProxy }: SigningIn): string {
  const told = behindProxy ? (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() : undefined
  if (told && /^[0-9A-Fa-f.:]{2,45}$/.test(told)) return told
  // a request that is put to the application itself came over no connection
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
}

/** The address as far as it costs something to change it: of IPv6 the network of 64 bits that one household is given. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const groups = tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
