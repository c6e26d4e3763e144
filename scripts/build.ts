// dist/index.js runs anywhere; dist/cli.js is the command line, lexicon inside, with a chunk a verb in dist/cli that is loaded when the verb is called.
import { readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const common = { bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'warning' } as const
await build({ ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', platform: 'neutral', mainFields: ['module', 'main'] })
rmSync('dist/cli', { recursive: true, force: true })
await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'cli/[name]-[hash]',
  platform: 'node',
  // Native code, and CommonJS that asks for its parts at run time.
  external: ['libsql', 'pg', 'unpdf', 'mammoth'],
  define: { VERSION: JSON.stringify(version) },
})
