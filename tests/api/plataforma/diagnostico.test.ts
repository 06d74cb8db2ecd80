import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownerSource } from '../../../apps/api/src/database/owner.ts'
import { cerradas } from '../../../apps/api/src/cli/llavero/rotar.ts'
import { ENTITIES, MODULES } from '../../../apps/api/src/modules.ts'
import { reviewBase } from '../../../apps/api/src/operacion/diagnostico/index.ts'
import { openLlavero } from '../../../apps/api/src/shared/criptografia/llavero.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
  await givenCapturada(new Equipo(test_))
})
afterAll(() => test_.close())

const now = () => test_.deps.clock.system().epochMilliseconds

type Base = Parameters<typeof reviewBase>[0]

/** The findings that are not well, each as its matter and its sentence. */
async function faults(change: Partial<Base> = {}): Promise<[string, string][]> {
  const { url, deps } = test_
  const found = await reviewBase({
    modo: 'simulacro',
    owner: ownerSource(change.url ?? url, ENTITIES),
    url,
    password: deps.secretos.password,
    figures: MODULES.flatMap(({ figures }) => figures ?? []),
    now,
    cerradas: (owner) => cerradas(owner, deps.secretos.llavero),
    ...change,
  })
  return found.flatMap(({ asunto, gravedad, dice }) => (gravedad === 'bien' ? [] : [[asunto, dice]]))
}

test('a database that is prepared and served has no fault', async () => {
  expect(await faults()).toEqual([])
})

test('passwords of another folder, keys of another folder and another hour are told apart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'llaves-'))
  expect(await faults({ password: () => 'otra' })).toEqual([['Cuentas de la base', expect.stringContaining('acceso, actor, instituto')]])
  expect(await faults({ cerradas: (owner) => cerradas(owner, openLlavero(folder)) })).toEqual([
    ['Respuestas de identidad', expect.stringContaining('la carpeta: 1.')],
  ])
  expect(await faults({ now: () => now() + 60_000 })).toEqual([['Reloj', expect.stringMatching(/difieren (59|60) segundos/)]])
  rmSync(folder, { recursive: true })
})

test('a database that lacks changes, and one that nobody serves, are told with the next step', async () => {
  await test_.owner.query('delete from conoceles_migraciones where id = (select max(id) from conoceles_migraciones)')
  expect(await faults()).toEqual([['Base de datos', 'Falta un cambio de esta versión.']])
  expect(await faults({ url: 'postgres://x:x@127.0.0.1:1/x' })).toEqual([['Base de datos', expect.stringContaining('no responde')]])
})

test('the administración reads the diagnosis of the running system, faults first', async () => {
  const token = await test_.tokenOf('administracion')
  const answer = await test_.app.inject({ url: '/api/v1/diagnostico', headers: { authorization: `Bearer ${token}` } })
  const { hallazgos } = answer.json<{ hallazgos: { asunto: string; gravedad: string; remedio: string | null }[] }>()
  expect(answer.statusCode).toBe(200)
  expect(new Set(hallazgos.map(({ asunto }) => asunto))).toEqual(
    new Set(['Páginas', 'Llaves', 'Node', 'Disco', 'Reloj', 'Trabajo de fondo', 'Correo', 'Dirección']),
  )
  const order = hallazgos.map(({ gravedad }) => ['falla', 'aviso', 'bien'].indexOf(gravedad))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(hallazgos.filter(({ gravedad, remedio }) => gravedad !== 'bien' && remedio === null)).toEqual([])
})
