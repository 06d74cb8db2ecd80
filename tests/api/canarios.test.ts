import type { LightMyRequestResponse } from 'fastify'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { pack } from '@conoceles/proceso-morelos-2024'
import { INICIO, loadSimulacro } from '../../apps/api/src/carga/load-simulacro.ts'
import { candidaturaId } from '../../apps/api/src/carga/rows.ts'
import { generateSimulacro, type Simulacro } from '../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { readCluster } from '../support/cluster.ts'

const PUBLICO = '/api/v1/publico'

describe('personas who refused publication', () => {
  let t: TestApp
  let simulacro: Simulacro
  let needles: { name: string; bytes: Buffer }[]

  beforeAll(async () => {
    simulacro = generateSimulacro(pack, { semilla: 2_024, total: 4_163, ahora: INICIO })
    t = await startTestApp({
      pack,
      config: { logNivel: 'trace' },
      load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
    })
    await t.services.publicador.publicar()
    await t.services.cache.refresh()
    needles = simulacro.canarios.flatMap(({ valores }) => valores.flatMap(formsOf))
  })
  afterAll(() => t.close())

  it('are many, and in every stage', () => {
    expect(simulacro.canarios.length).toBeGreaterThanOrEqual(12)
    expect(needles.length).toBeGreaterThan(100)
  })

  it('are found where they may be: the private captura of their own actor político', async () => {
    const [canario] = simulacro.canarios
    const candidatura = simulacro.candidaturas.find(({ clave }) => clave === canario?.candidatura)
    const token = await t.tokenOf('captura', { actor: candidatura?.responsable ?? '' })
    const answer = await t.app.inject({
      url: `/api/v1/candidaturas/${candidaturaId(candidatura?.clave ?? '')}/captura`,
      headers: { authorization: `Bearer ${token}` },
    })
    expect(found(answer.rawPayload, needles)).not.toEqual([])
  })

  it('leave no byte in any resource of the newest corte, as it travels or unpacked', async () => {
    const { cabecera, recursos } = await read<{ cabecera: { numero: number }; recursos: { ruta: string }[] }>(`${PUBLICO}/cortes/1`)
    expect(cabecera.numero).toBe(1)
    expect(recursos.length).toBeGreaterThan(4_163)
    const leaks: string[] = []
    for (const [index, { ruta }] of recursos.entries()) {
      const encoding = ['br', 'gzip', 'identity'][index % 3] ?? 'br'
      const { rawPayload, headers } = await t.app.inject({ url: `${PUBLICO}/${ruta}`, headers: { 'accept-encoding': encoding } })
      leaks.push(...found(rawPayload, needles), ...found(unpack(rawPayload, headers['content-encoding']), needles))
    }
    expect(leaks).toEqual([])
  })

  it('leave no byte in any page of the list, by any of its filters', async () => {
    const leaks: string[] = []
    let siguiente: string | null = ''
    while (siguiente !== null) {
      const answer: LightMyRequestResponse = await t.app.inject({
        url: `${PUBLICO}/candidaturas?limite=50&despues=${encodeURIComponent(siguiente)}`,
      })
      leaks.push(...found(answer.rawPayload, needles))
      siguiente = answer.json<{ siguiente: string | null }>().siguiente
    }
    for (const { candidatura } of simulacro.canarios) {
      const { rawPayload } = await t.app.inject({ url: `${PUBLICO}/candidaturas/${candidaturaId(candidatura)}` })
      leaks.push(...found(rawPayload, needles))
    }
    expect(leaks).toEqual([])
  })

  it('cannot be found by searching for what they wrote', async () => {
    const answer = await t.app.inject({ url: `${PUBLICO}/candidaturas?q=canario` })
    expect(answer.json<{ total: number }>().total).toBe(0)
  })

  it('carry no badge', async () => {
    for (const { candidatura } of simulacro.canarios) {
      const answer = await t.app.inject({ url: `${PUBLICO}/candidaturas/${candidaturaId(candidatura)}` })
      expect(answer.json<{ distintivos: unknown[] }>().distintivos).toEqual([])
    }
  })

  it('are in no log, neither of the application nor of the database, and in no entry of the bitácora', async () => {
    const rows = (await t.owner.query('select contenido from bitacora.acto')) as { contenido: string }[]
    const logged = [...t.instruments.log, ...rows.map(({ contenido }) => contenido), readFileSync(readCluster().log, 'utf8')]
    expect(found(Buffer.from(logged.join('\n')), needles)).toEqual([])
  })

  it('rest encrypted: no answer of identidad is in clear in its schema', async () => {
    const rows = (await t.owner.query('select cifrada, verificada from identidad.respuesta')) as {
      cifrada: Buffer
      verificada: Buffer | null
    }[]
    expect(rows.length).toBeGreaterThan(10_000)
    const text = needles.filter(({ name }) => name.startsWith('CANARIO'))
    expect(rows.flatMap(({ cifrada, verificada }) => [...found(cifrada, text), ...(verificada ? found(verificada, text) : [])])).toEqual([])
  })

  async function read<T>(url: string): Promise<T> {
    return (await t.app.inject({ url })).json()
  }
})

/** The value as UTF-8, as JSON escapes it, and in the three alignments of base64. */
function formsOf(valor: string): { name: string; bytes: Buffer }[] {
  const base64 = ['', 'x', 'xx'].map((pad) =>
    Buffer.from(pad + valor)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2),
  )
  const texts = [valor, JSON.stringify(valor).slice(1, -1), ...base64].filter((text) => text.length >= 8)
  return [...new Set(texts)].map((text) => ({ name: valor, bytes: Buffer.from(text) }))
}

function found(haystack: Buffer, needles: { name: string; bytes: Buffer }[]): string[] {
  return needles.filter(({ bytes }) => haystack.includes(bytes)).map(({ name }) => name)
}

function unpack(body: Buffer, encoding: unknown): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body)
  return encoding === 'gzip' ? gunzipSync(body) : body
}
