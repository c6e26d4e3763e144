import { existsSync, rmSync } from 'node:fs'
import type { Source } from '../../src/model.ts'
import { openStore, type Store } from '../../src/store/store.ts'

/**
 * Texts that nobody ever published: two states, forty sentences, invented places and figures. Every sentence names a place and a figure of its own,
 * so that it is an undertaking of its own, but for one in eight, which says again what a text of the same two states said the year before.
 */
const STATES = [
  ...[
    'Albania',
    'Angola',
    'Argentina',
    'Armenia',
    'Australia',
    'Austria',
    'Bangladesh',
    'Belgium',
    'Bolivia',
    'Brazil',
    'Bulgaria',
    'Cambodia',
  ],
  ...[
    'Canada',
    'Chile',
    'Colombia',
    'Croatia',
    'Cuba',
    'Denmark',
    'Ecuador',
    'Egypt',
    'Estonia',
    'Ethiopia',
    'Fiji',
    'Finland',
    'Ghana',
    'Greece',
  ],
  ...[
    'Hungary',
    'Iceland',
    'India',
    'Indonesia',
    'Ireland',
    'Italy',
    'Japan',
    'Kenya',
    'Latvia',
    'Lithuania',
    'Malaysia',
    'Mexico',
    'Mongolia',
    'Nepal',
  ],
]

/** What states do, and with what: as many pairs as make sentences unlike each other. */
const ACTS: readonly ((what: string, place: string, figure: number, year: number) => string)[] = [
  (what, place, figure, year) => `will build ${figure} ${what} near ${place} by ${year}`,
  (what, place, figure, year) => `will open ${figure} ${what} in ${place} before the end of ${year}`,
  (what, place, figure) => `agreed to buy ${figure} ${what} from the makers of ${place}`,
  (what, place, figure, year) => `intends to deliver ${figure} ${what} to ${place} from ${year}`,
  (what, place, figure) => `is ready to repair ${figure} ${what} at ${place}`,
  (what, place, figure, year) => `shall remove ${figure} ${what} from the valley of ${place} by ${year}`,
  (what, place, figure) => `will lend ${figure} ${what} to the people of ${place}`,
  (what, place, figure) => `supports the exchange of ${figure} ${what} with the town of ${place}`,
]

const THINGS = (
  'railway wagons|ferry boats|grain silos|village schools|cattle barns|water mills|wind pumps|stone bridges|radio masts|fire engines|fishing ports|' +
  'paper mills|school desks|hospital beds|library books|seed banks|sheep pens|salt works|cable cars|night trains|customs posts|border crossings|' +
  'weather stations|harbour cranes|copper mines|glass ovens|olive presses|dairy farms|rice fields|potato stores|wool looms|tea gardens|orchards|' +
  'vineyards|beehives|greenhouses|sawmills|quarries|tunnels|lighthouses|airfields|bus depots|tram lines|cycle paths|footpaths|playgrounds|museums|' +
  'theatres|archives|workshops|laboratories|observatories|pharmacies|clinics|kitchens|bakeries|markets|cold stores|warehouses|data centres|' +
  'solar roofs|gas meters|oil tanks|steam boilers'
).split('|')

const SYLLABLES = ['ba', 'dor', 'ke', 'lim', 'mo', 'nar', 'pel', 'ri', 'sul', 'tav', 'ur', 'vesh', 'yan', 'zo', 'gri', 'han']
const SENTENCES = 40
const FIRST_YEAR = 1992
const YEARS = 35

/** Whole numbers from 0 to below `n`, the same for the same seed. */
function mix(seed: number, n: number): number {
  let hash = Math.imul(seed + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) % n
}

function placeOf(n: number): string {
  let word = ''
  for (let rest = n, i = 0; i < 4; i++, rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length]
  return (word[0] as string).toUpperCase() + word.slice(1)
}

function sentence(text: number, line: number): string {
  const again = line % 8 === 7 && text >= YEARS && text % YEARS > 0
  const [from, own] = again ? [text - 1, line - 1] : [text, line]
  const seed = from * SENTENCES + own
  const [one, other] = sidesOf(text)
  const act = ACTS[mix(seed, ACTS.length)] as (typeof ACTS)[number]
  const who = mix(seed + 7, 3) === 0 ? 'The two sides' : mix(seed + 7, 3) === 1 ? one : other
  const what = THINGS[mix(seed + 11, THINGS.length)] as string
  const said = act(what, placeOf(mix(seed, 60_000)), 11 + mix(seed + 3, 900), FIRST_YEAR + (from % YEARS) + 1 + mix(seed + 5, 9))
  return `${who} ${who.startsWith('The') ? said.replace(/^(intend|support)s/, '$1').replace(/^is /, 'are ') : said}.`
}

function sidesOf(text: number): readonly [string, string] {
  const pair = Math.floor(text / YEARS)
  const one = mix(pair, STATES.length)
  return [STATES[one] as string, STATES[(one + 1 + mix(pair + 1, STATES.length - 1)) % STATES.length] as string]
}

/** The n-th text. Texts of the same two states follow each other, one a year. */
export function sourceAt(n: number): Source {
  const [one, other] = sidesOf(n)
  const lines = Array.from({ length: SENTENCES }, (_, line) => sentence(n, line))
  const date = `${FIRST_YEAR + (n % YEARS)}-${String(1 + mix(n, 12)).padStart(2, '0')}-${String(1 + mix(n + 1, 28)).padStart(2, '0')}`
  return {
    title: `Joint statement of ${one} and ${other} (synthetic, no. ${n + 1})`,
    date,
    publisher: 'Synthetic',
    text: `Joint Statement of ${one} and ${other}\n\n${lines.join('\n\n')}\n`,
  }
}

/** A ledger with at least so many undertakings, made where there is none at the path or it has fewer. `say` is told how far it has come. */
export async function synthetic(path: string, undertakings: number, say: (line: string) => void): Promise<Store> {
  if (existsSync(path)) {
    const known = await openStore(path)
    if ((await known.stats()).undertakings >= undertakings) {
      await known.reread()
      return known
    }
    await known.close()
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
  const store = await openStore(path, { create: true })
  for (let at = 0; ; at += 50) {
    await store.add(Array.from({ length: 50 }, (_, i) => ({ source: sourceAt(at + i), externalId: `synthetic-${at + i}` })))
    const { undertakings: now, statements } = await store.stats()
    say(`${at + 50} texts, ${statements} statements, ${now} undertakings`)
    if (now >= undertakings) return store
  }
}
