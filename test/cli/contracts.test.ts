import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import { file, run } from './run.ts'

const pact = 'Kenya and Mali will open the northern river port by 2031. They reaffirmed the northern river port accord.'
const old = file('contract-old.txt', `${pact} Kenya intends to send 40 doctors to Mali.\n\nMali agreed to build a school in Segou.`)
const fresh = file(
  'contract-new.txt',
  `Kenya and Mali shall open the northern river port by 2033. Kenya agreed to send 400 doctors to Mali.\n\nKenya welcomed the Sahel Water Framework of Mali and the Sahel Water Framework of Niger.`,
)
const lines = [
  { id: 'a', title: 'T', date: '2030-02-03', text: pact.repeat(4) },
  { id: 'b', text: pact.repeat(4) },
  { id: 'c', date: '2031-02-03', text: `${pact.repeat(4)} Corrected.` },
]
const texts = file('contract.jsonl', lines.map((one) => JSON.stringify(one)).join('\n'))
const empty = file('contract-empty.txt', '')

/** A schema, calls whose output must fit it, whether each gives anything, and what it must refuse. */
const contracts: readonly (readonly [
  name: string,
  calls: readonly (readonly [args: readonly string[], list: string, some: boolean])[],
  spoil: (value: Spoiled) => void,
])[] = [
  [
    'drift',
    [
      [['compare', '--drift', old, fresh], 'items', true],
      [['compare', '--drift', old, old], 'items', true],
      [['compare', '--drift', empty, empty], 'items', false],
    ],
    (value) => Object.assign(value['items']?.[0] ?? {}, { change: 'altered' }),
  ],
  [
    'copies',
    [
      [['copies', texts], 'pairs', true],
      [['copies', old], 'pairs', false],
    ],
    (value) => Object.assign(value['pairs']?.[0] ?? {}, { score: 2 }),
  ],
  [
    'phrase',
    [
      [['phrase', 'northern river port', old, fresh, texts], 'texts', true],
      [['phrase', 'nowhere at all', old], 'texts', true],
    ],
    (value) => delete value['texts']?.[0]?.['spans'],
  ],
  [
    'phrases',
    [
      [['phrases', old, fresh], 'phrases', true],
      [['phrases', old, old], 'phrases', false],
    ],
    (value) => Object.assign(value['phrases']?.[0] ?? {}, { spans: [] }),
  ],
]
type Spoiled = Record<string, Record<string, unknown>[] | undefined>

for (const [name, calls, spoil] of contracts) {
  const schema: AnySchema = JSON.parse(readFileSync(`docs/${name}.schema.json`, 'utf8'))
  const check = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
  for (const [args, list, some] of calls)
    test(`${name}.schema.json: ${args.slice(0, 2).join(' ')} fits it${some ? '' : ', empty'}`, () => {
      const { stdout, stderr } = run([...args, '--json'])
      const value: Spoiled = JSON.parse(stdout || stderr)
      assert.ok(check(value), JSON.stringify(check.errors))
      assert.equal((value[list]?.length ?? 0) > 0, some, stdout)
    })
  test(`${name}.schema.json refuses what it does not say`, () => {
    const [[args] = [[]]] = calls
    const value: Spoiled = JSON.parse(run([...args, '--json']).stdout)
    spoil(value)
    assert.equal(check(value), false)
    assert.equal(check({ ...JSON.parse(run([...args, '--json']).stdout), more: 1 }), false)
  })
}
