import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { readUsage } from '../../src/cli/options.ts'
import { helpPage } from '../../src/cli/usage.ts'
import { run } from '../cli/run.ts'
import { newFolder } from '../folder.ts'

const text = (path: string): string => readFileSync(path, 'utf8')
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  // what an export must write is no page of ours
  .filter((path) => !path.includes('/expected/'))
const commandLine = text('docs/command-line.md')
const ownWords = commandLine.replaceAll(/<!-- paste[\s\S]*?<!-- end -->/g, '')

for (const script of ['paste', 'picture'])
  test(`what scripts/${script}.ts makes is fresh`, () => {
    const { status, stderr } = spawnSync('node', ['--import', 'tsx', `scripts/${script}.ts`, '--check'], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  })

const known = readUsage.options
const readHelp = helpPage(readUsage)
const help = run(['--help']).stdout
for (const [, name = ''] of help.matchAll(/^ {2}stocktake ([a-z]+|--\S+)/gm))
  test(`docs/command-line.md has a heading for ${name}`, () => assert.match(ownWords, new RegExp(`^## \`${name}\`$`, 'm')))

for (const option of Object.keys(known)) {
  test(`read --${option} stands in the help and has its line in docs/command-line.md`, () => {
    assert.match(readHelp, new RegExp(`^  --${option}\\b`, 'm'))
    assert.match(ownWords, new RegExp(`^- \`--${option}\``, 'm'))
  })
}
test('the help names no option that does not exist', () => {
  for (const [, option = ''] of readHelp.matchAll(/^ {2}--([\w-]+)/gm)) assert.ok(option in known, option)
})

const anchors = (page: string): string[] =>
  [...text(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
for (const page of pages)
  test(`links of ${page} lead somewhere`, () => {
    for (const [, target = ''] of text(page)
      .replaceAll(/```[\s\S]*?```/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path ? join(dirname(page), path) : page
      assert.ok(existsSync(file), `${page}: ${target}: no such file`)
      if (anchor !== undefined) assert.ok(anchors(file).includes(anchor), `${page}: ${target}: no such heading`)
    }
  })

const lexicon = text('docs/lexicon.md')
for (const language of readdirSync('lexicon'))
  test(`docs/lexicon.md lists the tables of ${language}`, () => assert.ok(lexicon.includes(`<!-- tables: ${language} -->`)))

test('docs/store.md says of every folder and file of the store what it does, and of none that is not there', () => {
  const map = /## Which folder of `src\/store`[\s\S]*?(?=\n## )/.exec(text('docs/store.md'))?.[0] ?? ''
  const rows = [...map.matchAll(/^\| `([\w/-]+)`.*$/gm)]
  const folders = readdirSync('src/store', { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
  assert.deepEqual(rows.map(([, name]) => name).sort(), ['src/store', ...folders.filter((name) => name !== 'migrations')].sort())
  for (const [row, name = ''] of rows) {
    const named = new Set([...row.matchAll(/`([\w-]+\.ts)`/g)].map(([, file]) => file))
    const there = readdirSync(name === 'src/store' ? name : `src/store/${name}`).filter((file) => file.endsWith('.ts'))
    // accounts have a page of their own
    assert.deepEqual([...named].sort(), name === 'accounts' ? [] : there.sort(), name)
  }
})

/** Commands of the README that are not run here: they install, run the tests themselves, or serve until they are stopped (test/repository/start.test.ts). */
const notRun = ['npm ci', 'npm test', 'npm start']
const [readme] = [text('README.md')]
/** A folder that looks like the checkout, so that what the commands leave behind does not stay in it. */
const checkout = newFolder()
for (const name of ['dist', 'samples', 'programmes', 'lexicon', 'node_modules', 'package.json'])
  symlinkSync(resolve(name), join(checkout, name))
for (const [, block = ''] of readme.matchAll(/```sh\n([\s\S]*?)```/g))
  for (const command of block.trim().split('\n'))
    if (!notRun.includes(command))
      test(`README: ${command}`, () => {
        const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: checkout })
        assert.deepEqual([status, stderr], [0, ''])
        assert.ok(stdout.length > 100, stdout)
      })

test('README: the example of the library is true', () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]?.replace("'stocktake'", "'./dist/index.js'") ?? ''
  const { status, stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', code], { encoding: 'utf8' })
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout, /^intent \[ 'FR' \] open France will open a port/)
})

test('README: every script of package.json that it or CONTRIBUTING names exists', () => {
  const { scripts } = JSON.parse(text('package.json'))
  for (const [, name = ''] of (readme + text('CONTRIBUTING.md')).matchAll(/npm run (\w+)/g)) assert.ok(name in scripts, name)
})
