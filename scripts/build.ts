// dist/index.js runs anywhere; dist/cli.js is the command line: a few lines that load the verb which is called, from dist/cli.
import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const common = { bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'warning' } as const
await build({ ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', platform: 'neutral', mainFields: ['module', 'main'] })

const program: BuildOptions = {
  ...common,
  platform: 'node',
  // Native code, and CommonJS that asks for its parts at run time.
  external: ['libsql', 'pg', 'unpdf', 'mammoth'],
  define: { VERSION: JSON.stringify(version) },
}

/** Entry point of each verb that main.ts loads on demand, by the name of its file in dist/cli. */
const verbs: Record<string, string> = {}
const onDemand: Plugin = {
  name: 'verbs on demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const name = path.slice(2, -3).replaceAll('/', '-')
      verbs[name] = resolve(resolveDir, path)
      return { path: `./cli/${name}.js`, external: true }
    }),
}
rmSync('dist/cli', { recursive: true, force: true })
await build({ ...program, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', plugins: [onDemand] })
// `read` starts soonest as one file; the verbs of the ledger share most of theirs.
const { read, ...others } = verbs
await build({ ...program, entryPoints: { read: read as string }, outdir: 'dist/cli' })
await build({ ...program, entryPoints: others, outdir: 'dist/cli', splitting: true, chunkNames: 'shared/[name]-[hash]' })
