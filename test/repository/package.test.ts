import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { newFolder } from '../folder.ts'

/** Another project, with the packed package installed in it; what it depends on comes from the cache that installing the checkout filled, where it can. */
const project = newFolder()
const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_update_notifier: 'false' }
const call = (command: string, args: string[], cwd: string): string => execFileSync(command, args, { cwd, env, encoding: 'utf8' })

const [pack] = JSON.parse(call('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], process.cwd()))
writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
call('npm', ['install', '--no-audit', '--no-fund', join(project, pack.filename)], project)

test('the package holds what a user needs and nothing else', () => {
  const paths: string[] = pack.files.map((file: { path: string }) => file.path)
  for (const path of [
    'dist/index.js',
    'dist/cli.js',
    'dist/types/index.d.ts',
    'README.md',
    'LICENSE',
    'docs/reading-format.schema.json',
    'lexicon/en/states.tsv',
    'programmes/china-kazakhstan/entries.tsv',
    'samples/readout.txt',
  ])
    assert.ok(paths.includes(path), `${path} is missing`)
  for (const path of paths) assert.match(path, /^(?:dist|lexicon|programmes|samples|docs)\/|^(?:README|CHANGELOG|LICENSE|package)\b/)
})

test('its types hold in a strict project that checks libraries too, and it runs', () => {
  const source = `import { read, type Reading, type Statement } from 'stocktake'
const reading: Reading = read({ text: 'France will open a port.', date: '2031-01-02' })
const [first]: readonly Statement[] = reading.statements
if (first === undefined) throw new Error('nothing read')
const force: 'binding' | 'agreed' | 'intent' | 'ready' | 'should' | 'none' = first.force
export const seen: string = [first.parties.join(), force, first.quote].join(' | ')
export function change(statement: Statement): void {
  // @ts-expect-error a reading is never changed
  statement.act = 'close'
}
`
  const options = { strict: true, target: 'es2022', lib: ['es2022'], module: 'nodenext', types: [], skipLibCheck: false }
  writeFileSync(join(project, 'use.ts'), source)
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['use.ts'] }))
  call(resolve('node_modules/.bin/tsc'), ['-p', '.'], project)
  writeFileSync(join(project, 'main.js'), "import { seen } from './use.js'\nprocess.stdout.write(seen)\n")
  assert.equal(call('node', ['main.js'], project), 'FR | intent | France will open a port')
})

test('its command is installed', () => {
  assert.match(call(join(project, 'node_modules/.bin/stocktake'), ['--version'], project), /^stocktake \d/)
})

test('a browser bundle has nothing of Node in it and runs where there is nothing but the language and TextEncoder', async () => {
  const contents = "import { read } from 'stocktake'; globalThis.answer = read({ text: 'France will open a port.' }).statements[0].act"
  const bundle = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    metafile: true,
  })
  for (const input of Object.values(bundle.metafile.inputs))
    for (const { path } of input.imports) assert.doesNotMatch(path, /^node:|^(?:fs|path|crypto|util|buffer)$/)
  const code = bundle.outputFiles[0]?.text ?? ''
  assert.doesNotMatch(code, /\brequire\(|\bprocess\.|\bBuffer\b/)
  const context = createContext({ TextEncoder })
  runInContext(code, context)
  assert.equal(runInContext('answer', context), 'open')
})
