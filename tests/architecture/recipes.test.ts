import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { copySources } from './support/copy-sources.mjs'

const ROOT = join(__dirname, '../..')
const BESIDE = [
  'scripts',
  'tests',
  'eslint.config.js',
  '.prettierrc.json',
  '.prettierignore',
  '.dependency-cruiser.cjs',
  'openapi.yaml',
  'pnpm-lock.yaml',
]

interface Block {
  kind: string
  path: string
  lines: string[]
}

/** Code blocks of CONTRIBUTING.md that name a file: its whole text, or a piece of a diff. */
function blocks(): Block[] {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
  return [...text.matchAll(/^```(\w+) (\S+)\n([^]*?)\n```$/gm)].map(([, kind = '', path = '', code = '']) => ({
    kind,
    path,
    lines: code.split('\n'),
  }))
}

const isSource = (path: string) => /^(apps|packages)\/.*\.(ts|vue)$/.test(path)

function apply(folder: string, { kind, path, lines }: Block): void {
  const file = join(folder, path)
  if (kind !== 'diff') {
    mkdirSync(dirname(file), { recursive: true })
    return writeFileSync(file, `${lines.join('\n')}\n`)
  }
  const side = (other: string) => lines.filter((line) => !line.startsWith(other)).map((line) => line.slice(1))
  const before = side('+').join('\n')
  const pieces = readFileSync(file, 'utf8').split(before)
  if (pieces.length !== 2) throw new Error(`${path} has ${pieces.length - 1} times, and not once:\n${before}`)
  writeFileSync(file, pieces.join(side('-').join('\n')))
}

describe('the recipes of CONTRIBUTING.md, applied to a copy of the sources', () => {
  const copy = mkdtempSync(join(tmpdir(), 'conoceles-recetas-'))
  const paths = [...new Set(blocks().map(({ path }) => path))]

  /** All that a command printed when it failed; nothing when it passed. */
  function faults(program: string, args: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: copy,
      encoding: 'utf8',
    })
    return status === 0 ? '' : `${stdout}${stderr}` || `ended with ${status}`
  }

  beforeAll(() => {
    copySources(ROOT, copy)
    for (const path of BESIDE) cpSync(join(ROOT, path), join(copy, path), { recursive: true })
    for (const block of blocks()) apply(copy, block)
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs'], { cwd: copy, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${stdout}${stderr}`)
    // Leaves the tests out: they take longer than all the rest, and no recipe changes one that has types of its own.
    const config = { extends: './tsconfig.json', include: ['apps/api', 'packages/domain', 'packages/paquetes'] }
    writeFileSync(join(copy, 'tsconfig.recipes.json'), JSON.stringify(config))
  })

  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('say a route, a page and a rule', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/\.routes\.ts$/),
        expect.stringMatching(/Page\.vue$/),
        'packages/domain/src/registro/advertencias.ts',
      ]),
    )
  })

  it('generate the contract of the route', () => {
    expect(readFileSync(join(copy, 'openapi.yaml'), 'utf8')).toMatch(
      /operationId: getUniverso[^]*operationId: countSobrenombres|operationId: countSobrenombres[^]*operationId: getUniverso/,
    )
  })

  it('are laid out as all else', () => {
    expect(faults('prettier/bin/prettier.cjs', ['--check', ...paths])).toBe('')
  })

  it('pass the types of API and domain', () => {
    expect(faults('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.recipes.json'])).toBe('')
  })

  it('pass the types of the consola', () => {
    expect(faults('.pnpm/node_modules/vue-tsc/bin/vue-tsc.js', ['--noEmit', '-p', 'apps/consola'])).toBe('')
  })

  it('pass lint', () => {
    expect(faults('eslint/bin/eslint.js', paths.filter(isSource))).toBe('')
  })

  it('pass the dependency rules', () => {
    expect(faults('dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', ...paths.filter(isSource)])).toBe(
      '',
    )
  })
})
