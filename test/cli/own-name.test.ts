import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownName } from '../../src/cli/own-name.ts'

const cases: readonly [called: string, folder: string, name: string][] = [
  ['/usr/local/bin/stocktake', '/home/ann', 'stocktake'],
  ['/home/ann/project/node_modules/.bin/stocktake', '/home/ann/project', 'stocktake'],
  ['/home/ann/stocktake/dist/cli.js', '/home/ann/stocktake', 'node dist/cli.js'],
  ['/home/ann/stocktake/dist/cli.js', '/var/lib/ledgers/of/ann', 'node /home/ann/stocktake/dist/cli.js'],
  ["/home/ann/it's mine/dist/cli.js", '/home/ann', "node 'it'\\''s mine/dist/cli.js'"],
]

for (const [called, folder, name] of cases)
  test(`${called} in ${folder} is called by ${name}`, () => assert.equal(ownName(called, folder), name))

test('nothing given: how this process was called', () => assert.match(ownName(), /own-name\.test\.ts$/))
