import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const run = promisify(execFile)
const { url } = sharedSimulacro()
const folder = mkdtempSync(join(tmpdir(), 'conoceles-documentacion-'))
let reference: string
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(async () => {
  reference = await (await fetch(`${url}/api/docs`)).text()
})

const idsIn = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)

test('the reference has each public operation with its example, and no broken anchor', async () => {
  const { paths } = (await (await fetch(`${url}/api/v1/publico/openapi.json`)).json()) as { paths: Record<string, object> }
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as { operationId: string }[])
  const ids = new Set(idsIn(reference))
  expect(operations.length).toBeGreaterThan(60)
  expect(operations.filter(({ operationId }) => !ids.has(operationId))).toEqual([])
  const errors = new Set(idsIn(await (await fetch(`${url}/api/docs/errores`)).text()))
  const broken = [...reference.matchAll(/href="(\/api\/docs\/errores)?#([^"]+)"/g)].filter(
    ([, page, id = '']) => !(page ? errors : ids).has(id),
  )
  expect(broken.map(([link]) => link)).toEqual([])
})

test('the type of a problem leads to its explanation', async () => {
  const { type, code } = (await (await fetch(`${url}/api/v1/publico/nada`)).json()) as { type: string; code: string }
  expect(type).toBe(`/api/docs/errores#${code}`)
  const page = await (await fetch(url + type)).text()
  expect(page).toMatch(new RegExp(`<section id="${code}">[^]*?Qué hacer`))
})

test.each([
  ['curl', 'sh', ['-ec'], /"elementos":\[/],
  ['Python', 'python3', ['-c'], /^\d+ \S/m],
  ['JavaScript', process.execPath, ['--input-type=module', '-e'], / · /],
] as const)('the first steps in %s run as they are copied', async (lenguaje, program, args, expected) => {
  const [, written = ''] = new RegExp(`data-lenguaje="${lenguaje}"><code>([^]*?)</code>`).exec(reference) ?? []
  const copied = written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const { stdout } = await run(program, [...args, copied.replaceAll('http://localhost:3000', url)], { cwd: folder })
  expect(stdout).toMatch(expected)
})
