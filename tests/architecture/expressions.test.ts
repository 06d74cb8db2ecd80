import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runModule } from './support/run-module.ts'

interface Judged {
  judged: number
  refused: { path: string; expression: string; why: string }[]
}

const judge = (order: { seeds: { path: string; code: string }[]; files: string[] }) => runModule<Judged>('expressions.mjs', order)

/** Files not judged here, each with the reason why it does no harm. */
const ELSEWHERE: Record<string, string> = {
  'apps/api/src/shared/http/requests/methods.ts': 'made of the addresses of our own routes',
  'packages/cuestionarios/src/patterns.ts': 'of drafts, judged when they are saved (modules/normativa/cuestionarios/patrones.ts)',
  'scripts/lib/sbom.mjs': 'read package names, on demand',
  'scripts/lib/suministro.mjs': 'read the tracked files of this repository, in the check alone',
}

it('judges every regular expression of the sources, and none takes more than linear time', () => {
  const listed = execFileSync('git', ['ls-files', 'apps', 'packages', 'scripts'], { cwd: join(__dirname, '../..'), encoding: 'utf8' })
  const files = listed.split('\n').filter((path) => /\.(ts|mjs|cjs|js|vue)$/.test(path) && !/\.test\.ts$|\/schema\.d\.ts$/.test(path))
  const { judged, refused } = judge({ seeds: [], files })
  expect(judged).toBeGreaterThan(300)
  expect(refused.filter(({ path }) => !(path in ELSEWHERE))).toEqual([])
  expect([...new Set(refused.map(({ path }) => path))].sort()).toEqual(Object.keys(ELSEWHERE).sort())
})

it('judges every pattern of the pack, as the consola judges those of a draft', () => {
  const folder = 'packages/paquetes/federal/cuestionarios'
  const files = execFileSync('git', ['ls-files', folder], { cwd: join(__dirname, '../..'), encoding: 'utf8' })
    .trimEnd()
    .split('\n')
  const seeds = files.flatMap((path) =>
    [...readFileSync(join(__dirname, '../..', path), 'utf8').matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map(([, pattern]) => ({
      path: `${path}.ts`,
      code: `export const A = { type: 'string', pattern: ${pattern} }`,
    })),
  )
  expect(seeds.length).toBeGreaterThan(0)
  expect(judge({ seeds, files: [] }).refused).toEqual([])
})

const SEEDS = [
  ['a literal', 'a.ts', 'export const A = /[.,]+$/', '2nd degree polynomial'],
  ['one of a component', 'A.vue', '<script setup lang="ts">\nconst A = /^(a+)+$/\n</script>', 'exponential'],
  ['one made of text', 'a.ts', "export const A = new RegExp('^(a+)+$', 'u')", 'exponential'],
  ['one made of constants', 'a.ts', 'const WORD = "(a+)+"\nexport const A = new RegExp(`^${WORD}$`)', 'exponential'],
  ['a pattern of a schema', 'a.ts', "export const A = { type: 'string', pattern: '^(a+)+$' }", 'exponential'],
  ['one made of what another file says', 'a.ts', 'export const of = (word: string) => new RegExp(word)', 'its parts are not in this file'],
] as const

it('refuses whatever way a slow one is written', () => {
  const { refused } = judge({ seeds: SEEDS.map(([title, path, code]) => ({ path: `${title}/${path}`, code })), files: [] })
  expect(refused.map(({ path, why }) => [path, why])).toEqual(SEEDS.map(([title, path, , why]) => [`${title}/${path}`, why]))
})
