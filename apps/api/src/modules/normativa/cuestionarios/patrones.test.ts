import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPatrones } from './patrones.ts'

const folder = mkdtempSync(join(tmpdir(), 'conoceles-patrones-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Verdict of a judge whose process runs this program. */
function judgedBy(program: string) {
  const file = join(folder, 'juez.mjs')
  writeFileSync(file, program)
  return createPatrones(file, 1_000).assertRapidos([{ campo: 'oficio', patron: 'a' }])
}

it.each([
  ['is judged for too long', 'setInterval(() => undefined, 1_000)'],
  ['is judged by nobody', 'throw new Error()'],
  ['cannot be judged', `process.once('message', ([patron]) => process.send({ patron, seguro: null }))`],
])('refuses a pattern that %s', async (_title, program) => {
  const errors = [{ field: 'oficio', reasons: [expect.stringContaining('No se pudo comprobar a tiempo')] }]
  await expect(judgedBy(program)).rejects.toMatchObject({ code: 'borrador.formato_lento', extras: { errors } })
})
