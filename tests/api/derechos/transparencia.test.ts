import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenDocumento } from '../../support/registro/cambios.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

/** Where the papers are left, to be looked at page by page. */
const LOOK = join(__dirname, '../../../.cache/papeles')
let test_: TestApp
let equipo: Equipo
let unidad: string
let secretaria: string
let of: Given

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  unidad = await test_.tokenOf('transparencia')
  secretaria = await equipo.secretaria()
  of = await givenCapturada(equipo)
  mkdirSync(LOOK, { recursive: true })
})
afterAll(() => test_.close())

const ask = <T = Record<string, never>>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { json, token = unidad }: { json?: object; token?: string } = {},
) => send<T & { code?: string; errors?: { field: string }[] }>(test_, [method, path], { token, ...(json ? { json } : {}) })

describe('the documento de seguridad', () => {
  interface Version {
    version: number
    vigente: boolean
    toca: boolean
    id: string
  }
  const registrar = async (more: object): Promise<Answer<{ version: Version; errors?: { field: string }[] }>> => {
    const documentoId = await givenDocumento(equipo)
    const json = {
      clase: 'seguridad',
      documentoId,
      aprobadoEl: '2030-04-01',
      aprobo: 'Comité',
      presentadoEl: null,
      revisarEl: '2031-04-01',
    }
    return ask('POST', '/proteccion', { json: { ...json, ...more } })
  }
  const toca = async (token = unidad) =>
    (await ask<{ elementos: { clave: string; venceEn: string }[] }>('GET', '/pendientes', { token })).body.elementos.filter(({ clave }) =>
      clave.startsWith('proteccion'),
    )

  it('is registered version after version, with dates that can be', async () => {
    const field = async (more: object) => (await registrar(more)).body.errors?.[0]?.field
    expect([
      await field({ aprobadoEl: '2030-12-01' }),
      await field({ revisarEl: '2030-03-01' }),
      await field({ presentadoEl: '2030-04-02' }),
      await field({ documentoId: of.id }),
    ]).toEqual(['aprobadoEl', 'revisarEl', 'presentadoEl', 'documentoId'])
    expect((await registrar({ revisarEl: '2030-05-20' })).body.version).toMatchObject({ version: 1, vigente: true, toca: true })
    expect(await toca()).toEqual([expect.objectContaining({ clave: 'proteccion-seguridad', venceEn: expect.stringMatching(/^2030-05-2/) })])
    expect(await toca(secretaria)).toEqual([])
    expect((await registrar({})).body.version).toMatchObject({ version: 2, vigente: true, toca: false })
    expect(await toca()).toEqual([])
    const { body } = await ask<{ elementos: Version[] }>('GET', '/proteccion', { token: secretaria })
    expect(body.elementos.map(({ version, vigente }) => [version, vigente])).toEqual([[2, true], [1, false]]) // prettier-ignore
  })

  it('its file is for the roles that may see it, and a version does not change', async () => {
    const { body } = await ask<{ elementos: Version[] }>('GET', '/proteccion')
    const { id } = must(body.elementos[0])
    const auditoria = await test_.tokenOf('auditoria')
    expect((await ask('GET', `/proteccion/${id}/archivo`, { token: auditoria })).bytes.toString()).toContain('%PDF')
    const as = await connectAs(test_, 'instituto')
    try {
      const change = { text: `update captura.documento_proteccion set aprobo = 'x'` }
      expect(await count(as, change, { rol: 'transparencia' })).toBe(REFUSED)
      expect(await count(as, { text: 'select 1 from captura.documento_proteccion' }, { rol: 'comision' })).toBe(0)
    } finally {
      await as.end()
    }
  })
})

describe('Transparencia', () => {
  it('writes drafts of the aviso with Secretaría and sends them; approving and publishing are not hers', async () => {
    const made = await ask<{ borrador: { id: string; version: number; integral: string } }>('POST', '/avisos-privacidad/borradores', {
      json: { desdeId: null },
    })
    expect(made.status).toBe(201)
    const { id, version } = made.body.borrador
    const json = { integral: '# Aviso', simplificado: '# Aviso', finalidades: [], vigenteDesde: null, version }
    expect((await ask('PUT', `/avisos-privacidad/borradores/${id}`, { json })).status).toBe(200)
    const path = `/avisos-privacidad/borradores/${id}`
    const two = { version: version + 1 }
    expect((await ask('POST', `${path}/enviar`, { json: two })).body.code).toBe('aviso.acto_no_permitido')
    for (const acto of ['publicar', 'descartar', 'devolver', 'aprobar-comision'])
      expect((await ask('POST', `${path}/${acto}`, { json: { ...two, motivo: 'Porque sí' } })).status).toBe(403)
    expect((await ask('GET', path, { token: secretaria })).status).toBe(200)
  })

  it('reads the history of her own acts, and of nobody else', async () => {
    const { body } = await ask<{ elementos: { acto: string; cuenta: string; palabras: { acto: string } }[] }>('GET', '/bitacora/propia')
    expect(body.elementos.map(({ palabras }) => palabras.acto)).toContain('Borrador del aviso de privacidad guardado')
    expect(new Set(body.elementos.map(({ cuenta }) => cuenta)).size).toBe(1)
    const [other] = await sql<{ id: string }>(test_, `select id from acceso.cuenta where rol = 'secretaria' limit 1`)
    const asked = await ask<{ elementos: { cuenta: string }[] }>('GET', `/bitacora/propia?cuentaId=${must(other).id}`)
    expect(asked.body.elementos.map(({ cuenta }) => cuenta)).not.toContain(must(other).id)
    expect((await ask('GET', '/bitacora')).status).toBe(403)
  })
})

describe('the list of requests', () => {
  interface Lista {
    elementos: { folio: string; derecho: string }[]
    total: number
    cuentas: { anio: number; total: number; porDerecho: { derecho: string; cuantas: number }[] }[]
  }
  const list = async (query = '') => (await ask<Lista>('GET', `/derechos${query}`)).body
  const pedida = { candidaturaId: '', descripcion: 'Pide lo que se dice en su escrito.', recibida: '2030-04-30' }

  beforeAll(async () => {
    const one = { ...pedida, candidaturaId: of.id }
    await ask('POST', '/derechos', { json: { ...one, derecho: 'acceso', tambien: ['oposicion'], medio: 'correo' } })
    await ask('POST', '/derechos', { json: { ...one, derecho: 'acceso', medio: 'escrito' } })
  })

  it('is narrowed by right, state, medium, year, term and words, and counted by year and right', async () => {
    const all = await list()
    expect([all.total, all.elementos.length]).toEqual([3, 3])
    const porDerecho = expect.arrayContaining([{ derecho: 'acceso', cuantas: 2 }]) as unknown
    expect(all.cuentas).toEqual([{ anio: 2030, total: 3, porDerecho, meses: [{ mes: 4, total: 3, porDerecho }] }])
    const folio = must(all.elementos[0]).folio
    const found = async (query: string) => (await list(query)).elementos.length
    expect([
      await found('?derecho=acceso'),
      await found('?medio=escrito'),
      await found('?derecho=oposicion&medio=escrito'),
      await found('?anio=2029'),
      await found('?anio=2030&mes=4'),
      await found('?mes=5'),
      await found('?estatus=en_tramite'),
      await found('?vencidas=si'),
      await found(`?texto=${encodeURIComponent(folio)}`),
    ]).toEqual([2, 1, 0, 0, 3, 0, 3, 0, 1])
    expect((await ask('GET', '/derechos?derecho=otro')).status).toBe(400)
  })

  it('leaves in a file for the annual report, which is an act that keeps no word that was typed', async () => {
    const csv = await ask('GET', '/derechos/archivo?formato=csv&derecho=oposicion&texto=nombre')
    expect(csv.bytes.toString().trim().split('\r\n')).toHaveLength(2)
    expect((await ask('GET', '/derechos/archivo?formato=csv&mes=5')).bytes.toString().trim().split('\r\n')).toHaveLength(1)
    const xlsx = await ask('GET', '/derechos/archivo?formato=xlsx')
    writeFileSync(join(LOOK, 'solicitudes.xlsx'), xlsx.bytes)
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
    const book = (await unzip(xlsx.bytes)).get('xl/workbook.xml')?.toString()
    expect(book).toMatch(/_xlnm\.Print_Area[^>]*>(?:&apos;)?Informe(?:&apos;)?!\$A\$1:\$F\$\d+</)
    const first = (await unzip(xlsx.bytes)).get('xl/worksheets/sheet1.xml')?.toString()
    expect(first).toContain('<pageSetup paperSize="1" orientation="portrait" fitToWidth="1" fitToHeight="0"/>')
    const acts = await sql<{ d: object }>(
      test_,
      `select contenido::jsonb -> 'detalle' as d from bitacora.acto where acto = 'derechos.exportados' order by n`,
    )
    expect(acts.map(({ d }) => d)).toEqual([
      expect.objectContaining({ formato: 'csv', derecho: 'oposicion', conPalabras: true, renglones: 1 }),
      expect.objectContaining({ formato: 'csv', mes: 5, renglones: 0 }),
      expect.objectContaining({ formato: 'xlsx', conPalabras: false, renglones: 3 }),
    ])
    expect(JSON.stringify(acts)).not.toContain('nombre')
  })
})
