import { randomUUID } from 'node:crypto'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { PDF } from '../../support/registro/cambios.ts'
import { send } from '../../support/actos/envios.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'
import { AGENDA, celebracionOf, FECHA, hora, Sala, type Acto, type Sesion } from '../../support/actos/sesiones.ts'
import { readPdf } from '../../support/pdf.ts'

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())

interface Cargo {
  nombre: string
  ejerce: string | null
  hasta: string | null
}
const cargos = async (dia: string, organo = 'concejo') =>
  (await sala.call<{ elementos: Cargo[] }>('GET', `/integrantes?organo=${organo}&dia=${dia}`)).body.elementos
const actuan = async (dia: string) => (await cargos(dia)).flatMap(({ nombre, ejerce }) => (ejerce ? [`${nombre}: ${ejerce}`] : []))
const idOf = (nombre: string) => must(sala.ids.get(nombre))
const path = ({ id }: Sesion, acto: string) => `/sesiones/${id}/${acto}`
const leave = (sesion: Sesion, acto: 'diferir' | 'cancelar') =>
  sala.call('POST', path(sesion, acto), { version: sesion.version, motivo: 'No hubo quórum a la hora convocada.' })

describe('the members of an organ', () => {
  it('are told for any day: a substitute acts in place of the titular from her first day to her last', async () => {
    await sala.integrante({
      nombre: 'Darío Despacho',
      encargo: 'encargado_despacho',
      voto: false,
      desde: '2030-02-06',
      suple: idOf('Sara Secretaria'),
    })
    expect(await actuan('2030-02-05')).toContain('Sara Secretaria: secretaria_ejecutiva')
    expect(await actuan('2030-02-06')).toContain('Darío Despacho: secretaria_ejecutiva')
    expect(await actuan('2030-02-06')).not.toContain('Sara Secretaria: secretaria_ejecutiva')
    const end = { hasta: '2030-02-20', termino: 'VC/ACU/9' }
    expect((await sala.call('POST', `/integrantes/${idOf('Darío Despacho')}/terminar`, end)).status).toBe(200)
    expect(await actuan('2030-02-21')).toContain('Sara Secretaria: secretaria_ejecutiva')
    expect((await sala.call('POST', `/integrantes/${idOf('Darío Despacho')}/terminar`, end)).body).toMatchObject({
      code: 'integrante.no_permitido',
      detail: 'El cargo ya terminó, el 20 de febrero de 2030.',
    })
  })

  it('are registered once by a double click, and one presidencia only by two people at once', async () => {
    const body = { organo: 'comite', nombre: 'Clara Comité', encargo: 'integrante', voto: true, desde: '2030-01-15', documento: 'VC/ACU/0' }
    const key = randomUUID()
    const twice = await Promise.all([1, 2].map(() => sala.call('POST', '/integrantes', body, { key })))
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    const presidencias = ['Una', 'Otra'].map((nombre) => ({
      ...body,
      organo: 'comite',
      nombre,
      encargo: 'presidencia',
      desde: '2031-01-01',
    }))
    await sala.call('POST', `/integrantes/${idOf('Cora Comité')}/terminar`, { hasta: '2030-12-31', termino: 'VC/ACU/9' })
    const both = await Promise.all(presidencias.map((each) => sala.call('POST', '/integrantes', each)))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('are refused in an organ that does not sit, and with a paper that is not there', async () => {
    const body = { organo: 'asamblea', nombre: 'Nadie', encargo: 'integrante', voto: true, desde: '2030-01-15', documento: 'VC/ACU/0' }
    expect((await sala.call('POST', '/integrantes', body)).body.errors).toMatchObject([{ field: 'organo' }])
    const unfounded = { ...body, organo: 'comite', documentoId: randomUUID() }
    expect((await sala.call('POST', '/integrantes', unfounded)).body.errors).toMatchObject([{ field: 'documentoId' }])
  })
})

describe('a sesión', () => {
  it('is numbered by organ, kind and year, also when another is programmed at that moment', async () => {
    const place = { tipo: 'extraordinaria_urgente' }
    const made = await Promise.all([1, 2, 3].map(() => sala.programada(place)))
    expect(made.map(({ numero }) => numero).sort()).toEqual([1, 2, 3])
    expect((await sala.programada({ ...place, organo: 'comite' })).nombre).toBe('1.ª sesión extraordinaria urgente de 2030')
    const body = { organo: 'concejo', ...place, numero: 2, fecha: FECHA, modalidad: 'remota', puntos: [] }
    expect((await sala.call('POST', '/sesiones', body)).body.code).toBe('sesion.numero_repetido')
  })

  it('is numbered by the order of the days until it is convened; then it keeps its number', async () => {
    const place = { organo: 'comite', tipo: 'ordinaria', puntos: AGENDA.slice(0, 1) }
    const [late, cancelled, early] = [
      await sala.programada({ ...place, fecha: '2030-06-20' }),
      await sala.programada({ ...place, fecha: '2030-06-01' }),
      await sala.programada({ ...place, fecha: '2030-06-10' }),
    ]
    const read = async ({ id }: Sesion) => (await sala.call<Sesion>('GET', `/sesiones/${id}`)).body
    const numeros = () => Promise.all([late, cancelled, early].map(async (each) => (await read(each)).numero))
    expect(await numeros()).toEqual([3, 1, 2])
    await sala.call('POST', path(cancelled, 'cancelar'), { version: 1, motivo: 'No hubo asuntos que tratar.' })
    expect(await numeros()).toEqual([2, 3, 1])
    const call = async (sesion: Sesion) => {
      const { id, version } = await read(sesion)
      return (await sala.call('POST', `/sesiones/${id}/convocar`, { version, convocadaEn: hora('00:10'), documentos: [] })).body.sesion
    }
    expect((await call(early)).nombre).toBe('1.ª sesión ordinaria de 2030')
    const before = await sala.programada({ ...place, fecha: '2030-06-05' })
    expect((await call(before)).nombre).toBe('2.ª sesión ordinaria de 2030')
    expect((await call(late)).nombre).toBe('3.ª sesión ordinaria de 2030')
    expect((await read(early)).numero).toBe(1)
  })

  it('takes a number of another kind while nobody convened it, and the others of its own close up', async () => {
    const place = { organo: 'comite', tipo: 'extraordinaria', puntos: AGENDA.slice(0, 1) }
    const one = await sala.programada({ ...place, fecha: '2030-07-01' })
    const other = await sala.programada({ ...place, fecha: '2030-07-02' })
    const plan = { version: 1, fecha: '2030-07-01', modalidad: 'presencial', puntos: place.puntos }
    const { body } = await sala.call('PUT', `/sesiones/${one.id}`, { ...plan, tipo: 'ordinaria' })
    expect(body.sesion.nombre).toMatch(/sesión ordinaria de 2030$/)
    expect((await sala.call<Sesion>('GET', `/sesiones/${other.id}`)).body.numero).toBe(one.numero)
  })

  it('holds on its agenda only what its organ approves, and once', async () => {
    const fields = async (puntos: object[], organo = 'concejo') =>
      (await sala.call('POST', '/sesiones', { organo, tipo: 'ordinaria', fecha: FECHA, modalidad: 'presencial', puntos })).body.errors?.map(
        ({ field }) => field,
      )
    const punto = (entregable: string, seVota = true) => ({ titulo: 'Un punto', seVota, entregable, documentos: [] })
    expect(await fields([punto('Z')])).toEqual(['puntos.0.entregable'])
    expect(await fields([punto('B/2030-04')])).toEqual(['puntos.0.entregable'])
    expect(await fields([punto('A'), punto('A')])).toEqual(['puntos.0.entregable', 'puntos.1.entregable'])
    expect(await fields([punto('A', false)])).toEqual(['puntos.0.entregable'])
    expect(await fields([{ ...punto('A'), documentos: [randomUUID()] }])).toEqual(['documentos'])
    expect(await fields([punto('A')], 'comite')).toBeUndefined()
  })

  it('is called by its presidency, through the secretaría; a short term is told and stops nothing', async () => {
    const programada = await sala.programada()
    const { sesion } = (await sala.call('POST', path(programada, 'convocar'), { version: 1, convocadaEn: hora('00:10'), documentos: [] }))
      .body
    expect(sesion.estatus).toBe('convocada')
    expect(sesion.convocatoria).toMatchObject({ firma: 'Paula Preside', conducto: 'Sara Secretaria' })
    expect(sesion.convocatoria?.advertencias).toEqual(['Entre la convocatoria y la sesión median 9 horas, y la regla del órgano pide 12.'])
    const [acto] = await sql<{ detalle: Record<string, unknown> }>(
      sala.test,
      `select (contenido::jsonb)->'detalle' as detalle from bitacora.acto where acto = 'sesion.convocada' and objeto_id = $1`,
      [sesion.id],
    )
    expect(acto?.detalle).toMatchObject({ organo: 'concejo', entregables: ['A'], fecha: FECHA, convocadaEn: expect.any(String) })
  })

  it.each([
    ['without its hour', { hora: null }, { convocadaEn: hora('00:10') }, 'Falta la hora de la sesión.'],
    ['without agenda', { puntos: [] }, { convocadaEn: hora('00:10') }, 'Falta el orden del día.'],
    ['after it began', {}, { convocadaEn: hora('10:01') }, 'La convocatoria no puede ser posterior al inicio de la sesión.'],
    [
      'in the future',
      { fecha: '2030-06-10' },
      { convocadaEn: '2030-05-20T10:30:00-07:00' },
      'Todavía no llega la hora de la convocatoria.',
    ],
  ])('is not called %s', async (_title, plan, convocar, reason) => {
    const { id } = await sala.programada(plan)
    const { status, body } = await sala.call('POST', `/sesiones/${id}/convocar`, { version: 1, documentos: [], ...convocar })
    expect([status, body.detail]).toEqual([409, reason])
  })

  it('keeps its plan once called; put off, with its reason, it takes another day and is called again', async () => {
    const convocada = await sala.convocada()
    const plan = { fecha: '2030-05-15', hora: '11:00', modalidad: 'mixta', lugar: 'Otra', puntos: AGENDA }
    const edit = (version: number) => sala.call('PUT', `/sesiones/${convocada.id}`, { version, ...plan })
    expect((await edit(convocada.version)).body.detail).toMatch(/ya se convocó/)
    const diferida = (await leave(convocada, 'diferir')).body.sesion
    expect(diferida).toMatchObject({
      estatus: 'diferida',
      historia: [{}, {}, { acto: 'diferir', fecha: FECHA, motivo: expect.any(String) }],
    })
    const edited = (await edit(diferida.version)).body.sesion
    expect(edited).toMatchObject({ fecha: '2030-05-15', estatus: 'diferida' })
    const again = { version: edited.version, convocadaEn: '2030-05-14T10:00:00-07:00', documentos: [] }
    expect((await sala.call('POST', path(edited, 'convocar'), again)).body.sesion.estatus).toBe('convocada')
  })

  it('that is cancelled, with its reason, is over', async () => {
    const cancelada = (await leave(await sala.programada(), 'cancelar')).body.sesion
    expect(cancelada.acciones).toEqual([])
    expect((await leave(cancelada, 'diferir')).body.detail).toBe('La sesión se canceló.')
    expect((await sala.call('POST', path(cancelada, 'cancelar'), { version: cancelada.version, motivo: 'poco' })).status).toBe(400)
  })

  it('is not changed over what somebody else saved meanwhile, and a double click is one act', async () => {
    const sesion = await sala.programada()
    const both = await Promise.all([1, 2].map(() => leave(sesion, 'diferir')))
    expect(both.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'sesion.version_distinta'])
    const other = await sala.programada()
    const body = { version: 1, motivo: 'Se pide más tiempo para el proyecto.' }
    const key = randomUUID()
    const twice = await Promise.all([1, 2].map(() => sala.call('POST', path(other, 'diferir'), body, { key })))
    expect(twice.map(({ body: answered }) => answered.acuse.folio)).toEqual([twice[0]?.body.acuse.folio, twice[0]?.body.acuse.folio])
  })

  it('gives its acta a date of its own, never before it was held', async () => {
    const held = (await sala.celebrar(await sala.convocada({ puntos: AGENDA.slice(0, 1) }))).body.sesion
    const documentoId = await sala.documento()
    const add = (fecha: string) => sala.call('POST', path(held, 'acta'), { version: held.version, fecha, documentoId })
    expect((await add('2030-05-09')).body.detail).toMatch(/no puede ser anterior/)
    expect((await add('2030-05-21')).body.detail).toMatch(/todavía no llega/)
    expect((await add('2030-05-12')).body.sesion.acta).toMatchObject({ fecha: '2030-05-12', documento: { id: documentoId } })
  })
})

describe('the list of sesiones', () => {
  it('is filtered by organ, year, estatus, and what is on the agenda', async () => {
    const of = async (query: string) => (await sala.call<{ elementos: Sesion[] }>('GET', `/sesiones?${query}`)).body.elementos
    const all = await of('')
    expect(all.length).toBeGreaterThan(5)
    const concejo = await of('organo=concejo&anio=2030')
    expect(concejo.length).toBeLessThan(all.length)
    expect((await of('estatus=cancelada')).every(({ estatus }) => estatus === 'cancelada')).toBe(true)
    expect((await of('entregable=A')).length).toBeGreaterThan(0)
    expect(await of('entregable=B/2030-04')).toEqual([])
    expect(await of('anio=2029')).toEqual([])
  })
})

describe('access by role', () => {
  it('see: the staff that works with them; act: the secretaría; a party, nothing', async () => {
    const sesion = await sala.convocada()
    for (const rol of ['verificacion', 'comision', 'transparencia', 'auditoria'] as const) {
      expect([rol, (await sala.call('GET', `/sesiones/${sesion.id}`, undefined, { rol })).status]).toEqual([rol, 200])
      expect([rol, (await sala.celebrar(sesion, {}, { rol })).status]).toEqual([rol, 403])
    }
    for (const rol of ['captura', 'validacion', 'administracion'] as const)
      expect([rol, (await sala.call('GET', '/sesiones', undefined, { rol })).status]).toEqual([rol, 403])
  })

  it('holds in the database too: parties are refused, and of the staff only the secretaría writes', async () => {
    const actor = await connectAs(sala.test, 'actor')
    const instituto = await connectAs(sala.test, 'instituto')
    for (const table of ['captura.integrante', 'captura.sesion', 'captura.celebracion']) {
      expect(await count(actor, { text: `select 1 from ${table}` }, { rol: 'validacion' })).toBe(REFUSED)
      expect(await count(instituto, { text: `select 1 from ${table}` })).toBe(0)
      expect(await count(instituto, { text: `select 1 from ${table}` }, { rol: 'auditoria' })).toBeGreaterThan(0)
      expect(await count(instituto, { text: `delete from ${table}` }, { rol: 'secretaria' })).toBe(REFUSED)
    }
    const estatus = { text: `update captura.sesion set estatus = 'cancelada'` }
    expect(await count(instituto, estatus, { rol: 'comision' })).toBe(0)
    expect(await count(instituto, { text: `update captura.celebracion set puntos = '[]'` }, { rol: 'secretaria' })).toBe(REFUSED)
    expect(await count(instituto, { text: `update captura.integrante set nombre = 'Otra'` }, { rol: 'secretaria' })).toBe(REFUSED)
    await Promise.all([actor.end(), instituto.end()])
  })
})

describe('the account of a member', () => {
  const vincular = (correo: string | null, nombre = 'Iván Integrante') => sala.call<{ errors: { reasons: string[] }[] }>('PUT', `/integrantes/${idOf(nombre)}/cuenta`, { correo }) // prettier-ignore
  const cuenta = async (rol: 'comision' | 'verificacion') =>
    must((await sql<{ id: string; correo: string }>(sala.test, 'select id, correo from acceso.cuenta where rol = $1 limit 1', [rol]))[0])

  it('is of the Comisión or of the Secretaría, and shows her in each of her sesiones until it is taken away', async () => {
    await sala.test.tokenOf('comision')
    const { id, correo } = await cuenta('comision')
    await sala.test.tokenOf('verificacion')
    expect((await vincular((await cuenta('verificacion')).correo)).body.errors[0]?.reasons).toEqual([
      'No hay una cuenta de la Comisión ni de la Secretaría con ese correo.',
    ])
    expect((await vincular('nadie@prueba.example')).status).toBe(400)
    expect((await vincular(` ${correo.toUpperCase()} `)).status).toBe(200)
    const { integrantes } = await sala.programada()
    expect(integrantes.flatMap(({ nombre, cuentaId }) => (cuentaId === null ? [] : [nombre, cuentaId]))).toEqual(['Iván Integrante', id])
    expect((await vincular(null)).status).toBe(200)
    expect((await sala.programada()).integrantes.every(({ cuentaId }) => cuentaId === null)).toBe(true)
    const acts = await sql<{ n: number }>(sala.test, `select count(*)::int as n from bitacora.acto where acto = 'integrante.vinculado'`)
    expect(acts).toEqual([{ n: 2 }])
  })

  it('is registered by the secretaría alone', async () => {
    const answer = await sala.call('PUT', `/integrantes/${idOf('Iván Integrante')}/cuenta`, { correo: null }, { rol: 'comision' })
    expect(answer.status).toBe(403)
  })
})

describe('the sheets of a sesión', () => {
  const sheet = (sesion: Sesion, hoja: string) => sala.call<Acto>('GET', path(sesion, `hojas/${hoja}`))

  it('are the same bytes each time, and are not there before there is something to print', async () => {
    const convocada = await sala.convocada({ puntos: AGENDA.slice(0, 1) })
    expect((await sheet(convocada, 'votacion')).status).toBe(404)
    const [one, other] = [await sheet(convocada, 'convocatoria'), await sheet(convocada, 'convocatoria')]
    expect(one.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(one.bytes.equals(other.bytes)).toBe(true)
    const held = (await sala.celebrar(convocada, celebracionOf(convocada))).body.sesion
    expect((await sheet(held, 'votacion')).headers['content-type']).toBe('application/pdf')
  })

  it('name the version that is voted beside its point, and its hash', async () => {
    const { body } = await send<{ id: string; sha256: string }>(sala.test, ['POST', '/documentos'], {
      token: await sala.test.tokenOf('secretaria'),
      form: { file: { field: 'archivo', name: 'plan-corregido.pdf', content: PDF } },
    })
    for (const [numero, retirada] of [
      [1, null],
      [2, null],
      [3, '2030-05-09T10:00:00-07:00'],
    ])
      await sql(
        sala.test,
        `insert into captura.entregable_version (id, proceso_id, entregable, numero, clase, fecha, nota, documento_id, folio, registrada_en, retirada_en)
         values (gen_random_uuid(), $1, 'A', $2, 'proyecto', '2030-05-08', 'Proyecto', $3, 'F', '2030-05-08', $4)`,
        [sala.test.loaded.procesoId, numero, body.id, retirada],
      )
    const text = readPdf.text((await sheet(await sala.convocada(), 'convocatoria')).bytes).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Se acompaña: plan-corregido.pdf (versión 2)')
    expect(text.replaceAll(' ', '')).toContain(body.sha256)
  })
})
