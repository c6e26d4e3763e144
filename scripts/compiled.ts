// dist/cli/read.js: runs dist/cli/read-code.js with what the engine compiled of it when it was built (read-code.cache, by scripts/compile.js),
// so that `read` starts without parsing and compiling it anew. Another version of Node refuses that file, and compiles as always.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import type { Run } from '../src/cli/verb.ts'

const file = fileURLToPath(new URL('read-code.js', import.meta.url))

function compiled(): Buffer | undefined {
  try {
    return readFileSync(new URL('read-code.cache', import.meta.url))
  } catch {
    return undefined // without it the code is compiled
  }
}

const cachedData = compiled()
const script = new Script(readFileSync(file, 'utf8'), { filename: file, ...(cachedData ? { cachedData } : {}) })
const module = { exports: {} as { readVerb: Run } }
script.runInThisContext()(module.exports, createRequire(file), module, file, (path: string) => import(path))

/** The verb `read`. */
export const { readVerb } = module.exports
