import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { pasarA, startContado } from '../../support/mundos/contado.ts'
import type { TestApp } from '../../support/app.ts'
import { leer } from '../../support/publico.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'

interface Cambios {
  agregadas: string[]
  cambiadas: string[]
  retiradas: string[]
}

const ESPEJO = resolve(__dirname, '../../../docs/ejemplos/espejo.mjs')

let test_: TestApp
let address: string

beforeAll(async () => {
  test_ = await startContado()
  address = await test_.app.listen({ port: 0, host: '127.0.0.1' })
}, 240_000)
afterAll(() => test_.close())

describe('an integrator who has the address alone', () => {
  it('is led to the index, which names every public route by its sentence', async () => {
    const led = await test_.app.inject('/api/v1')
    expect([led.statusCode, led.headers.location]).toEqual([302, '/api/v1/publico'])
    const body = (await test_.app.inject('/api/v1/publico')).json<{ especificacion: string; rutas: { ruta: string; resumen: string }[] }>()
    expect(body.especificacion).toBe('/api/v1/publico/openapi.json')
    expect(body.rutas).toContainEqual({ ruta: '/api/v1/publico/contiendas', resumen: 'Contiendas' })
    expect(body.rutas.filter(({ ruta, resumen }) => !ruta.startsWith('/api/v1/publico/') || resumen === '')).toEqual([])
  })

  it('gets a description of the public routes alone, whole and with nothing that they do not name', async () => {
    const { body, raw } = await leer<{ paths: object; components: Record<string, object>; security: unknown[] }>(test_, 'openapi.json', {
      'accept-encoding': 'identity',
    })
    const text = JSON.stringify(body)
    expect(Object.keys(body.paths).filter((path) => !/^\/api\/v1\/publico(\/|$)/.test(path))).toEqual([])
    const refs = new Set(text.match(/#\/components\/\w+\/[\w.-]+/g))
    const parts = Object.entries(body.components).flatMap(([kind, of]) => Object.keys(of).map((name) => `#/components/${kind}/${name}`))
    expect(parts.sort()).toEqual([...refs].sort())
    expect(body.security).toEqual([])
    expect(raw.length).toBeLessThan(400 * 1024)
  })

  it('finds it by the catalogue of RFC 9727', async () => {
    const answer = await test_.app.inject('/.well-known/api-catalog')
    expect(answer.headers['content-type']).toMatch(/^application\/linkset\+json/)
    const [{ 'service-desc': described }] = answer.json<{ linkset: [{ 'service-desc': { href: string }[] }] }>().linkset
    expect(new URL(must(described[0]).href).pathname).toBe('/api/v1/publico/openapi.json')
  })
})

describe('changes between two cortes', () => {
  it('are refused backwards, and of a corte that was not', async () => {
    expect((await leer(test_, 'cortes/2/cambios/1')).status).toBe(400)
    expect((await leer(test_, 'cortes/1/cambios/9999')).status).toBe(404)
  })

  it('keep a copy equal to what is public through hundreds of withdrawals, by the example of the documentation', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'conoceles-espejo-'))
    const copiar = () => promisify(execFile)(process.execPath, [ESPEJO, address, folder])
    const files = () => readdirSync(folder).filter((name) => name !== 'corte.json')
    const names = ({ ids }: { ids: string[] }) => ids.map((id) => `${id}.json`)
    try {
      const before = await publicas()
      await copiar()
      expect(files().sort()).toEqual(names(before))

      // One cargo alone is public on that day; one of its people shows another nickname.
      await sql(test_, `update captura.persona set apodo = 'La Ola' where id = (${GOBIERNA})`)
      await pasarA(test_, '2024-04-05')
      const after = await publicas()
      const gone = before.ids.filter((id) => !after.ids.includes(id))
      expect(gone.length).toBeGreaterThan(50)
      const { body } = await leer<Cambios>(test_, `cortes/${before.corte}/cambios/${after.corte}`)
      expect(body).toMatchObject({ agregadas: [], retiradas: gone })
      await copiar()
      expect(files().sort()).toEqual(names(after))
      expect(files().filter((name) => readFileSync(join(folder, name), 'utf8').includes('La Ola'))).toHaveLength(1)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const GOBIERNA = `select c.persona_id from captura.candidatura c join captura.postulacion po on po.id = c.postulacion_id
  join captura.contienda k on k.id = po.contienda_id join captura.cargo g on g.id = k.cargo_id where g.clave = 'gubernatura' and c.estatus = 'aprobada' order by c.id limit 1`

async function publicas(): Promise<{ corte: number; ids: string[] }> {
  const [row] = await sql<{ corte: number; ids: string[] }>(
    test_,
    `select (select max(numero) from publico.corte) as corte,
       (select array_agg(substr(ruta, 14) order by ruta collate "C") from publico.recurso where hasta_corte is null and ruta ~ '^candidaturas/') as ids`,
  )
  return must(row)
}
