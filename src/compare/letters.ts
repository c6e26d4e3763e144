/** A, B, C … Z, AA …: how a witness is called where its name would be long. */
export function letterOf(k: number): string {
  return k < 26 ? String.fromCharCode(65 + k) : letterOf(Math.floor(k / 26) - 1) + letterOf(k % 26)
}
