import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { encolar, givenCambio, leer, publicar } from '../../support/publico.ts'
import { pause } from '../../support/servidor/simulacro-server.ts'

interface Lista {
  elementos: { archivo: string; bytes: number | null; sha256: string | null }[]
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  await givenCapturada(equipo, { apodo: 'La Golondrina Errante' })
  await publicar(test_)
})
afterAll(() => test_.close())

const pedir = (archivo: string) => test_.app.inject({ url: `/api/v1/publico/descargas/${archivo}` })
const lista = async () => (await leer<Lista>(test_, 'descargas')).body.elementos

/** Child processes that make downloads, as the kernel lists them. */
function makers(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    try {
      const isOurs = new RegExp(`^PPid:\\s*${process.pid}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('descargas.worker') ? [Number(pid)] : []
    } catch {
      return []
    }
  })
}

/** Every maker that there was until something was over. */
async function makersDuring(work: Promise<unknown>): Promise<Set<number>> {
  const seen = new Set<number>()
  let over = false
  void work.finally(() => (over = true))
  while (!over) {
    for (const pid of makers()) seen.add(pid)
    await pause(5)
  }
  return seen
}

it('the list makes nothing, and tells size and hash of what is made', async () => {
  const seen = await makersDuring(lista())
  expect([seen.size, (await lista()).map(({ bytes, sha256 }) => [bytes, sha256])]).toEqual([0, (await lista()).map(() => [null, null])])
  await pedir('todo.zip')
  for (const { bytes, sha256 } of await lista()) expect([(bytes ?? 0) > 0, sha256]).toEqual([true, expect.stringMatching(/^[0-9a-f]{64}$/)])
})

it('requests at the same time wait for the same process, and later ones for none', async () => {
  await encolar(test_, await givenCapturada(equipo, { contienda: 'alcaldia-m2' }))
  await publicar(test_)
  const all = Promise.all(['todo.zip', 'candidaturas.xlsx', 'candidaturas.csv', 'datapackage.json', 'todo.zip'].map(pedir))
  const first = await makersDuring(all)
  expect(first.size).toBe(1)
  const [zip, , , , again] = await all
  expect([zip?.statusCode, again?.rawPayload.equals(zip?.rawPayload ?? Buffer.alloc(0))]).toEqual([200, true])
  // The one that made them may still be on its way out.
  expect([...(await makersDuring(pedir('candidaturas.xlsx')))].filter((pid) => !first.has(pid))).toEqual([])
  while (makers().length > 0) await pause(20)
})

it('a download whose process dies is made anew by the next request', async () => {
  await encolar(test_, await givenCapturada(equipo, { contienda: 'alcaldia-m1' }))
  await publicar(test_)
  const first = pedir('todo.zip')
  for (let tried = 0; tried < 400 && makers().length === 0; tried += 1) await pause(5)
  for (const pid of makers()) process.kill(pid, 'SIGKILL')
  expect((await first).statusCode).toBe(500)
  expect((await pedir('todo.zip')).statusCode).toBe(200)
})

it('nothing of it lies on the disk, neither while it is kept nor after a corte took somebody away', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('conoceles-descargas-'))
  const before = folders()
  await pedir('todo.zip')
  expect(folders().filter((name) => !before.includes(name))).toEqual([])
  const agujas = agujasDe('La Golondrina Errante')
  const lines = (await pedir('candidaturas.jsonl')).rawPayload
  expect(halladas(lines, agujas)).toHaveLength(1)
  const [of] = lines.toString('utf8').split('\n').flatMap((line) => (line.includes('Golondrina') ? [JSON.parse(line) as { id: string }] : [])) // prettier-ignore
  await givenCambio(test_, { tipo: 'cancelacion', de: of as never })
  await publicar(test_)
  expect(halladas((await pedir('candidaturas.jsonl')).rawPayload, agujas)).toEqual([])
})
