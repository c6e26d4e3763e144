// Keeps what the engine compiles of dist/cli/read-code.js while it reads the file that is given: dist/cli/read-code.cache. Run by scripts/build.ts
// with bare Node, since what is compiled under other flags is refused.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { Script } from 'node:vm'

const file = resolve('dist/cli/read-code.js')
const script = new Script(readFileSync(file, 'utf8'), { filename: file })
const module = { exports: {} }
script.runInThisContext()(module.exports, createRequire(file), module, file, (path) => import(path))
await module.exports.readVerb(process.argv.slice(2))
writeFileSync('dist/cli/read-code.cache', script.createCachedData())
