// Writes src/server/bundled.ts: the style sheet and the scripts of the pages, each under a name that carries its hash.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: { style: 'src/web/style.css', keys: 'src/web/islands/keys.ts' },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  outdir: 'out',
  logLevel: 'warning',
})
const types: Record<string, string> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }
const assets = outputFiles.map(({ path, text }) => {
  const [, name, ending] = /([^/\\]+)\.(\w+)$/.exec(path) as unknown as [string, string, string]
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return { name, path: `/assets/${name}-${hash}.${ending}`, type: types[ending], body: text }
})
writeFileSync(
  'src/server/bundled.ts',
  `// Made by scripts/bundle-web.ts.\nexport const bundled = ${JSON.stringify(assets, null, 1)} as const\n`,
)
