/** The text of UTF-8 bytes without their mark, or the place of the first byte that is not UTF-8 (0-based). */
export function decodeUtf8(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return firstBadByte(bytes)
  }
}

/** By halving: whether the bytes before a place are UTF-8 changes once. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true })
      low = middle + 1
    } catch {
      high = middle
    }
  }
  return startOfCharacter(bytes, low)
}

/** Where the character began that broke off before `at`; `at` itself where none did. */
function startOfCharacter(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= 3 && back <= at; back++) {
    const byte = bytes[at - back] as number
    if (byte < 0x80) break
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? at - back : at
  }
  return at
}
