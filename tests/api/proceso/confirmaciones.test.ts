import { datosConFuente, isConfirmada, type Sourced } from '@conoceles/domain'
import { toCatalogos } from '../../../apps/api/src/carga/load-pack.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { leer, publicar } from '../../support/publico.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'
import { packEnCaptura as base } from '../../support/paquete.ts'

interface Dato {
  clave: string
  materia: string
  dato: string
  valor: string | null
  huella: string
  pagina: string | null
  fuente: string
  cierra: { quien: string; donde: string } | null
  confirmacion: { id: string; documento: string; fecha: string } | null
  primera: { id: string; propia: boolean } | null
  anterior: { documento: string } | null
}

const CIERRES = [
  { comienzo: 'colores.', quien: 'IMPEPAC', donde: 'Expediente de registro de cada partido' },
  { comienzo: 'colores.PAN', quien: 'INE', donde: 'Documentos básicos de cada partido' },
]
const morelos = { ...base, cierres: CIERRES }

let test_: TestApp
let secretaria: string
let otra: string

beforeAll(async () => {
  test_ = await startTestApp({ pack: morelos, ahora: '2024-04-20T16:00:00Z' })
  secretaria = await test_.tokenOf('secretaria')
  otra = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const FUENTE = { documento: 'Acuerdo IMPEPAC/CEE/900/2024', fecha: '2024-03-01' }
const datos = async (token = secretaria) => (await send<{ elementos: Dato[] }>(test_, ['GET', '/confirmaciones'], { token })).body.elementos
const dato = async (clave: string) => must((await datos()).find((each) => each.clave === clave))
const confirmar = (json: object, token = secretaria): Promise<Answer<Dato & { code?: string }>> =>
  send(test_, ['POST', '/confirmaciones'], { token, json: { ...FUENTE, ...json } })
const porDos = async (json: object): Promise<Answer<Dato & { code?: string }>> => {
  await confirmar(json)
  return confirmar(json, otra)
}
const deshacer = (id: string, token = secretaria): Promise<Answer<Dato & { code?: string }>> =>
  send(test_, ['POST', `/confirmaciones/${id}/deshacer`], { token, json: { motivo: 'El acuerdo se revocó.' } })

describe('the facts of the pack that nobody confirmed', () => {
  it('are all listed, each once, with what it is about', async () => {
    const all = await datos()
    expect(new Set(all.map(({ clave }) => clave)).size).toBe(all.length)
    const claves = all.map(({ clave }) => clave)
    for (const clave of ['colores.PAN', 'demarcaciones.D08', 'reglas.formula_mismo_genero', 'derechos.responder', 'funciones.regiduria'])
      expect(claves).toContain(clave)
    expect(all.find(({ clave }) => clave === 'tiposEleccion.gubernatura')).toMatchObject({
      materia: 'fechas',
      valor: expect.stringContaining('La publicación empieza el 31 de marzo de 2024.'),
    })
    // Data that the pack lacks are listed too, without a value to confirm.
    expect(all.find(({ clave }) => clave === 'aviso.datos.domicilio')).toMatchObject({ valor: null })
    expect(all.every(({ confirmacion, anterior }) => confirmacion === null && anterior === null)).toBe(true)
  })

  it('say who settles each, by the closest row of the pack, or that the pack does not say', async () => {
    const all = new Map((await datos()).map(({ clave, cierra }) => [clave, cierra]))
    expect(all.get('colores.PAN')).toEqual({ quien: 'INE', donde: 'Documentos básicos de cada partido' })
    expect(all.get('colores.PRI')).toEqual({ quien: 'IMPEPAC', donde: 'Expediente de registro de cada partido' })
    expect(all.get('derechos.responder')).toBeNull()
  })

  it('leave out no object of the loaded catalogues that says an unconfirmed source', () => {
    const { fuentes: _summary, ...catalogos } = toCatalogos(morelos)
    const cargos = morelos.cargos.map(({ clave, nombre, tipoEleccion }) => ({
      ...{ clave, nombre, tipoEleccion, diasCaptura: 15 },
      ...{ inicioPublicacion: '2024-03-31', entregaCuentas: '2024-04-08', cierreCaptura: '2024-05-29' },
    }))
    const known = new Set<unknown>(datosConFuente(catalogos, cargos).map(({ origen }) => origen))
    expect(unconfirmedIn(catalogos).filter((each) => !known.has(each))).toEqual([])
  })
})

function unconfirmedIn(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return []
  const inside = Object.values(value).flatMap(unconfirmedIn)
  const { fuente, confianza } = value as Partial<Sourced>
  return fuente !== undefined && confianza !== undefined && !isConfirmada(confianza) ? [value, ...inside] : inside
}

describe('a confirmation', () => {
  const CLAVE = 'reglas.formula_mismo_genero'

  it('says so wherever the institute reads the fact, until it is undone', async () => {
    const { huella } = await dato(CLAVE)
    const regla = async () =>
      must(
        (await test_.services.procesos.confirmado(test_.owner.manager)).catalogos.reglas.find(({ clave }) => `reglas.${clave}` === CLAVE),
      )
    const primera = await confirmar({ clave: CLAVE, huella })
    expect([primera.status, primera.body.confirmacion, primera.body.primera?.propia]).toEqual([201, null, true])
    expect((await confirmar({ clave: CLAVE, huella })).body.code).toBe('confirmacion.misma_persona')
    expect((await confirmar({ clave: CLAVE, huella, fecha: '2024-03-02' }, otra)).body.code).toBe('confirmacion.otra_fuente')
    expect((await confirmar({ clave: CLAVE, huella, documento: '' }, otra)).status).toBe(400)
    expect(await regla()).toMatchObject({ confianza: 'por_confirmar' })
    const hecha = await confirmar({ clave: CLAVE, huella }, otra)
    expect([hecha.status, hecha.body.confirmacion]).toEqual([201, expect.objectContaining(FUENTE)])
    expect((await confirmar({ clave: CLAVE, huella })).body.code).toBe('confirmacion.hecha')
    expect(await regla()).toMatchObject({ fuente: 'Acuerdo IMPEPAC/CEE/900/2024, 1 de marzo de 2024', confianza: 'alta' })
    const { id } = must(hecha.body.confirmacion)
    expect((await deshacer(id)).body.confirmacion).toBeNull()
    expect((await deshacer(id)).body.code).toBe('confirmacion.deshecha')
    expect(await regla()).toMatchObject({ confianza: 'por_confirmar' })
    const actos = await sql(test_, `select acto from bitacora.acto where acto like 'dato.%' order by n`)
    expect(actos).toEqual([{ acto: 'dato.confirmado' }, { acto: 'dato.confirmado' }, { acto: 'dato.confirmacion_deshecha' }])
  })

  it('is of the value that was read: another one is refused, and one that changes is asked again', async () => {
    const { huella } = await dato('funciones.regiduria')
    expect((await confirmar({ clave: 'funciones.regiduria', huella: '0'.repeat(64) })).body.code).toBe('confirmacion.valor_distinto')
    await porDos({ clave: 'funciones.regiduria', huella })
    await sql(test_, `update captura.confirmacion set huella = 'otra' where clave = 'funciones.regiduria'`)
    expect(await dato('funciones.regiduria')).toMatchObject({ confirmacion: null, anterior: { documento: FUENTE.documento } })
    expect((await porDos({ clave: 'funciones.regiduria', huella })).status).toBe(201)
    expect(await dato('funciones.regiduria')).toMatchObject({ confirmacion: FUENTE, anterior: null })
  })

  it('reaches citizens with its source at the next corte', async () => {
    const { huella } = await dato('preguntas.suplente')
    await porDos({ clave: 'preguntas.suplente', huella })
    await publicar(test_)
    const { preguntas } = (await leer(test_, 'consulta')).body as unknown as { preguntas: ({ clave: string } & Sourced)[] }
    expect(preguntas.find(({ clave }) => clave === 'suplente')).toMatchObject({
      fuente: expect.stringContaining(FUENTE.documento),
      confianza: 'alta',
    })
  })

  it('needs a value, a day that has come, and a fact that is there', async () => {
    const falta = await dato('aviso.datos.domicilio')
    expect((await confirmar({ clave: falta.clave, huella: falta.huella })).body.code).toBe('confirmacion.sin_valor')
    const { huella } = await dato('colores.PAN')
    expect((await confirmar({ clave: 'colores.PAN', huella, fecha: '2024-12-01' })).status).toBe(400)
    expect((await confirmar({ clave: 'colores.NADIE', huella })).status).toBe(404)
  })

  it('of one person counts where it was made before two were needed', async () => {
    const clave = 'colores.PRI'
    const { huella } = await dato(clave)
    await confirmar({ clave, huella })
    expect(await dato(clave)).toMatchObject({ confirmacion: null, primera: { propia: true } })
    await sql(test_, `update captura.confirmacion set a_dos = false where clave = '${clave}'`)
    expect(await dato(clave)).toMatchObject({ confirmacion: FUENTE, primera: null })
  })

  it('is of another person than the one who wrote a text that the pack lacks, and then the papers print it', async () => {
    const clave = 'oficio.fundamento'
    const VALOR = 'Artículos 1 y 2 del reglamento que cita la prueba.'
    const escribir = (json: object): Promise<Answer<Dato & { code?: string; escrito: { id: string; propio: boolean } | null }>> =>
      send(test_, ['POST', '/confirmaciones/escritos'], { token: secretaria, json: { clave, valor: VALOR, ...FUENTE, ...json } })
    const retirar = (id: string): Promise<Answer<{ code?: string; valor: string | null }>> =>
      send(test_, ['POST', `/confirmaciones/escritos/${id}/retirar`], { token: secretaria, json: { motivo: 'Se escribió con un error.' } })
    const impreso = async () => (await test_.services.procesos.confirmado(test_.owner.manager)).catalogos.oficio.fundamento
    expect(await dato(clave)).toMatchObject({ valor: null, escribible: true, escrito: null })

    const mal = must((await escribir({ valor: 'Artículo equivocado.' })).body.escrito)
    expect((await escribir({})).body.code).toBe('confirmacion.con_valor')
    expect((await retirar(mal.id)).body.valor).toBeNull()
    expect((await retirar(mal.id)).body.code).toBe('confirmacion.retirado')
    expect((await escribir({ clave: 'colores.PAN' })).body.code).toBe('confirmacion.con_valor')

    const escrito = await escribir({})
    expect([escrito.status, escrito.body.valor, escrito.body.escrito?.propio]).toEqual([201, VALOR, true])
    const { huella } = escrito.body
    expect((await confirmar({ clave, huella })).body.code).toBe('confirmacion.misma_persona')
    expect(await impreso()).toMatchObject({ texto: null, confianza: 'por_confirmar' })

    const hecha = await confirmar({ clave, huella }, await test_.tokenOf('secretaria'))
    expect([hecha.status, hecha.body.confirmacion]).toEqual([201, expect.objectContaining(FUENTE)])
    expect(await impreso()).toEqual(expect.objectContaining({ texto: VALOR, confianza: 'alta' }))
    expect((await retirar(must(escrito.body.escrito).id)).body.code).toBe('confirmacion.hecha')
    await deshacer(must(hecha.body.confirmacion).id)
    expect(await impreso()).toMatchObject({ texto: null })
  })

  it('fills a gap of the proyectos de acuerdo, which keeps its name in the list', async () => {
    const hueco = must((await datos()).find((each) => each.clave.startsWith('acuerdos.considerandos.')))
    const json = { clave: hueco.clave, valor: 'Que el órgano es competente por la norma de la prueba.', ...FUENTE }
    const { body } = await send<Dato>(test_, ['POST', '/confirmaciones/escritos'], { token: secretaria, json })
    expect([body.dato, body.valor]).toEqual([hueco.dato, json.valor])
    await confirmar({ clave: hueco.clave, huella: body.huella }, await test_.tokenOf('secretaria'))
    const { acuerdos } = (await test_.services.procesos.confirmado(test_.owner.manager)).catalogos
    expect(acuerdos?.considerandos.map(({ texto }) => texto)).toContain(json.valor)
  })

  it('is of the secretaría, in the database too, and is never written over', async () => {
    const [row] = (await sql(test_, `select id from captura.confirmacion where deshecha_en is not null limit 1`)) as { id: string }[]
    const { id } = must(row)
    const instituto = await connectAs(test_, 'instituto')
    const insert = `insert into captura.confirmacion (id, proceso_id, clave, huella, documento, fecha, confirmada_por, confirmada_en)
      select gen_random_uuid(), id, 'x', 'h', 'd', '2024-01-01', $1, now() from captura.proceso`
    expect(await attempt(instituto, { text: insert, values: [id] }, { rol: 'comision', cuenta: id })).toBe(REFUSED)
    expect(await attempt(instituto, { text: insert, values: [id] }, { rol: 'secretaria', cuenta: id })).toMatchObject({ rowCount: 1 })
    const own = { rol: 'secretaria', cuenta: id }
    expect(await attempt(instituto, { text: `update captura.confirmacion set documento = 'otro'` }, own)).toBe(REFUSED)
    const again = `update captura.confirmacion set deshecha_por = $1, deshecha_en = now(), motivo = 'otra vez' where id = $1`
    expect(await attempt(instituto, { text: again, values: [id] }, own)).toBe(REFUSED)
    await instituto.end()
  })
})
