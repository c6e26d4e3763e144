import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './gold.ts'
import { freshLexicon } from './reader.ts'

/**
 * Bundles one file of the bench with the reader in it, and returns where the bundle lies. Times are taken on a bundle
 * run by bare Node, as users run it: the runner of TypeScript wraps every closure in a call that costs more than some
 * of the work. Not minified, so that a profile can name functions.
 * @param more packages that are left out of the bundle
 */
export async function bundle(entry: string, more: readonly string[] = []): Promise<string> {
  freshLexicon(root)
  const folder = join(root, 'node_modules', '.cache', 'stocktake-bench')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${entry.replace(/\.ts$/, '')}.mjs`)
  const external = ['wink-nlp', 'wink-eng-lite-web-model', ...more]
  await build({
    entryPoints: [join(root, 'bench', entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    logLevel: 'warning',
  })
  return outfile
}
