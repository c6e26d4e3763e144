import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './gold.ts'
import { freshLexicon, newest } from './reader.ts'

/** Path of the built command line, built anew where a source is younger. */
export async function builtCli(): Promise<string> {
  const cli = join(root, 'dist', 'cli.js')
  freshLexicon(root)
  if (newest(cli) < newest(join(root, 'src')))
    execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'build.ts')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  return cli
}
