// dist/index.js runs anywhere; dist/cli.js is the command line: a few lines that load the verb which is called, from dist/cli.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const common = { bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'warning' } as const
await build({ ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', platform: 'neutral', mainFields: ['module', 'main'] })

const program: BuildOptions = {
  ...common,
  platform: 'node',
  // Native code, and CommonJS that asks for its parts at run time.
  external: ['libsql', 'pg', 'unpdf', 'mammoth', '@node-rs/argon2'],
  define: { VERSION: JSON.stringify(version) },
}

/** Leaves what is loaded on demand to files of its own in dist/cli: notes each entry point by the name of its file. `place`: dist/cli as the importer sees it. */
const onDemand = (entries: Record<string, string>, place: string): Plugin => ({
  name: 'on demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const name = path
        .replace(/^[./]+/, '')
        .slice(0, -3)
        .replaceAll('/', '-')
      entries[name] = resolve(resolveDir, path)
      return { path: `${place}/${name}.js`, external: true }
    }),
})
const verbs: Record<string, string> = {}
rmSync('dist/cli', { recursive: true, force: true })
await build({ ...program, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', plugins: [onDemand(verbs, './cli')] })
// `read` starts soonest as one file, but for the forms that few texts have; the verbs of the ledger share most of theirs.
const { read, ...others } = verbs
const forms: Record<string, string> = {}
await build({
  ...program,
  format: 'cjs',
  entryPoints: { 'read-code': read as string },
  outdir: 'dist/cli',
  define: { ...program.define, 'import.meta.url': 'ownUrl' },
  // one function: scripts/compiled.ts calls it
  banner: { js: "(function(exports,require,module,__filename,ownImport){const ownUrl=require('node:url').pathToFileURL(__filename).href;" },
  footer: { js: '})' },
  plugins: [onDemand(forms, '.')],
})
// code that was compiled before has no import() of its own
const code = readFileSync('dist/cli/read-code.js', 'utf8')
writeFileSync('dist/cli/read-code.js', code.replaceAll('import("./', 'ownImport("./'))
await build({ ...program, entryPoints: { read: 'scripts/compiled.ts' }, outdir: 'dist/cli' })
// … and compiled: what the engine compiles while it reads a sample is kept beside the code
const { NODE_OPTIONS: _, ...env } = process.env
execFileSync(process.execPath, ['scripts/compile.js', 'samples/joint-statement.txt'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
// What runs in threads, found beside the file that starts them: src/cli/work/crew.ts.
const threads = { 'work-worker': 'src/cli/work/worker.ts' }
await build({
  ...program,
  entryPoints: { ...others, ...forms, ...threads },
  outdir: 'dist/cli',
  splitting: true,
  chunkNames: 'shared/[name]-[hash]',
})
