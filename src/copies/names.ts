import { mix } from './words.ts'

/** Consonants by their sound, Latin and Cyrillic; what is not here (vowels, signs) is passed over. */
const sounds: Readonly<Record<string, string>> = {
  b: 'b', c: 'k', d: 'd', f: 'f', g: 'g', h: 'h', j: 'j', k: 'k', l: 'l', m: 'm', n: 'n', p: 'p', q: 'k', r: 'r', s: 's', t: 't', v: 'v', w: 'v', x: 'ks', z: 'z',
  б: 'b', в: 'v', г: 'g', ґ: 'g', ғ: 'g', д: 'd', ж: 'j', з: 'z', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', п: 'p', р: 'r', с: 's', т: 't', ф: 'f', х: 'h', һ: 'h',
  ц: 'ts', ч: 'c', ш: 'x', щ: 'x',
} // biome-ignore format: a table
/** Two Latin letters for one sound. */
const doubles: Readonly<Record<string, string>> = { sh: 'x', ch: 'c', zh: 'j', kh: 'h', ph: 'f', th: 't', ck: 'k' }
/** Sounds by which a name is known: endings of cases come after them. */
const SOUNDS = 3

/** A name by its first consonants: the same for "Tokayev", "Токаев" and "Токаевым". Empty where it has fewer than two, or another script. */
export function soundOf(name: string): string {
  const letters = name.normalize('NFKD').toLowerCase()
  let sound = ''
  for (let i = 0; i < letters.length && sound.length < SOUNDS; i++) {
    const two = doubles[letters.slice(i, i + 2)]
    const next = two ?? sounds[letters.charAt(i)] ?? ''
    if (two) i++
    for (const one of next) if (!sound.endsWith(one) && sound.length < SOUNDS) sound += one
  }
  return sound.length < 2 ? '' : sound
}

/** Hash of 22 bits of a fact that reads the same in any language: a number by its digits, a name by its sound; -1 where it has neither. */
export function factOf(text: string, from: number, to: number, isNumber: boolean): number {
  const word = text.slice(from, Math.min(to, from + LONGEST))
  const value = isNumber ? word.replace(/\D+/g, '') : soundOf(word)
  if (!value) return -1
  let hash = 0x811c9dc5
  for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193)
  return mix(hash) >>> 10
}

/** Letters of a name that are looked at. */
const LONGEST = 40
