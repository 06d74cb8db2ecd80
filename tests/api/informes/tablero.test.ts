import { recordatoriosModule } from '../../../apps/api/src/modules/programa/recordatorios/index.ts'
import type { Deps } from '../../../apps/api/src/shared/deps.ts'
import { startRecordatorios, simpleDecode } from '../../support/actos/recordatorios.ts'
import type { TestApp } from '../../support/app.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'
import { actorId, givenCandidatura, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada, guardar, observar, type Problem } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { connectAs, count, REFUSED, type Ajustes } from '../../support/roles.ts'

interface Fila {
  id: string
  nombre: string
  secciones: string[]
  observaciones: number
  observacionVenceEn: string | null
  venceEn: string | null
  estatusCaptura: string
  cuenta: string
  recordada: string | null
}

interface Tablero {
  corte: string
  universo: number
  secciones: { cuestionario: string; clave: string }[]
  conteos: { total: number; estatusCaptura: { clave: string; cuantas: number }[] } | null
  contiendas: { cargo: string; demarcacion: string; total: number; porEstatusCaptura: Record<string, number> }[]
  elementos: Fila[]
  total: number
  siguiente: string | null
}

interface VistaPrevia {
  elegidas: number
  grupos: {
    motivo: string | null
    via: string | null
    cuantas: number
    personas: { id: string; nombre: string; razon: string | null }[]
  }[]
  actores: { actor: string; capturistas: number; candidaturas: number }[]
  mensajes: number
  ejemplos: { via: string; para: string; asunto: string; texto: string }[]
  correo: string
  desde: string
  cadaDias: number
}

interface Recordadas {
  cuantas: number
  personas: number
  capturistas: number
  candidaturas: number
  desde: string
}

const HOY = '2030-05-02T10:00:00-07:00'

let test_: TestApp
let buzon: Buzon
let equipo: Equipo
let nueva: Given
let sinCuenta: Given
let observada: Given
let ajena: Given

beforeAll(async () => {
  ;({ test: test_, buzon } = await startRecordatorios())
  await moveReloj(test_, HOY)
  equipo = new Equipo(test_)
  nueva = await givenCandidatura(test_, { actor: 'PRIO', contienda: 'legislatura-norte', nombre: 'Nadia', primerApellido: 'Nueva' })
  sinCuenta = await givenCandidatura(test_, { actor: 'PRIO', contienda: 'alcaldia-m1', nombre: '=HYPERLINK("http://x")' })
  observada = await givenCapturada(equipo, { actor: 'PRIO', contienda: 'legislatura-norte', nombre: 'Olga' }, 'verificada')
  ajena = await givenCandidatura(test_, { actor: 'PFAR', contienda: 'legislatura-sur', nombre: 'Ajena' })
  await observar(equipo, observada)
  await guardar(equipo, { of: ajena, at: 'curricular/oficio' }, { respuestas: { oficio: 'Pesca', sitio: 'https://secreto.example' } })
  await equipo.candidata(nueva)
  await equipo.candidata(ajena)
})
afterAll(async () => {
  await test_.close()
  await buzon.close()
})

async function read(token: string, query = ''): Promise<Tablero> {
  const { status, body } = await send<Tablero>(test_, ['GET', `/tablero${query}`], { token })
  expect([query, status]).toEqual([query, 200])
  return body
}

interface Avance {
  actores: {
    clave: string
    total: number
    enviadas: number
    verificadas: number
    vencidas: number
    secciones: { listas: number; pedidas: number }[]
  }[]
  dias: { dia: string; enviadas: number; verificadas: number }[]
}

const avance = async (token: string) => (await send<Avance>(test_, ['GET', '/tablero/actores'], { token })).body

const filaOf = ({ elementos }: Tablero, { id }: Given) => must(elementos.find((fila) => fila.id === id))
const preview = async (token: string, json: object) =>
  (await send<VistaPrevia>(test_, ['POST', '/recordatorios/captura/vista-previa'], { token, json })).body
const recordar = (token: string, json: object, clave?: string): Promise<Answer<Recordadas & Problem>> =>
  send(test_, ['POST', '/recordatorios/captura'], { token, json, headers: clave ? { 'idempotency-key': clave } : {} })
/** Reminders to the personas: the mailbox takes those of the INE and other messages to the personas too. */
const recibidos = () => buzon.recibidos.map(({ crudo }) => simpleDecode(crudo)).filter((text) => text.includes('Abrir mi captura'))
/** Lists to the accounts that capture. */
const listas = () => buzon.recibidos.map(({ crudo }) => simpleDecode(crudo)).filter((text) => text.includes('Abrir las de mi actor'))
const gruposOf = ({ grupos }: VistaPrevia) => Object.fromEntries(grupos.map(({ motivo, via, cuantas }) => [motivo ?? via, cuantas]))

describe('the board of a party', () => {
  it('shows its own personas with the state of each section, what is observed and until when, and nobody else', async () => {
    const board = await read(await equipo.captura())
    expect(board.secciones.map(({ cuestionario, clave }) => `${cuestionario}/${clave}`)).toEqual([
      'curricular/oficio',
      'curricular/compromiso',
      'identidad/islas',
      'identidad/sierra',
    ])
    expect(new Set(board.elementos.map(({ id }) => id))).toEqual(new Set([nueva.id, sinCuenta.id, observada.id]))
    expect([board.universo, board.total]).toEqual([3, 3])
    expect(filaOf(board, nueva)).toMatchObject({ secciones: ['vacia', 'vacia', 'vacia', 'vacia'], cuenta: 'activa', observaciones: 0 })
    expect(filaOf(board, observada)).toMatchObject({
      secciones: ['verificada', 'observada', 'verificada', 'verificada'],
      observaciones: 1,
      observacionVenceEn: expect.any(String),
    })
    expect(filaOf(board, sinCuenta).cuenta).toBe('ninguna')
  })

  it('counts by contienda and by state, and the counts are those of the list', async () => {
    const board = await read(await equipo.captura())
    expect(
      board.contiendas.map(({ cargo, demarcacion, total, porEstatusCaptura }) => [cargo, demarcacion, total, porEstatusCaptura]),
    ).toEqual([
      ['legislatura', 'norte', 2, { sin_captura: 1, observada: 1 }],
      ['alcaldia', 'm1', 1, { sin_captura: 1 }],
    ])
    expect(board.conteos?.estatusCaptura).toEqual(expect.arrayContaining([{ clave: 'sin_captura', cuantas: 2 }]))
    const filtered = await read(await equipo.captura(), '?estatusCaptura=sin_captura&cargo=alcaldia')
    expect(filtered.elementos.map(({ id }) => id)).toEqual([sinCuenta.id])
    expect([filtered.universo, filtered.total, filtered.contiendas.length]).toEqual([3, 1, 1])
  })

  it('is the same for the institute over every actor político, without an answer in it', async () => {
    const token = await equipo.secretaria()
    const board = await read(token, '?actor=PFAR')
    expect(board.universo).toBe(4)
    expect(filaOf(board, ajena).secciones).toEqual(['completa', 'vacia', 'vacia', 'vacia'])
    expect(JSON.stringify(board)).not.toContain('secreto.example')
  })

  it('counts each actor político by section and by day, first the one that lacks most; a party sees itself alone', async () => {
    const todos = await avance(await equipo.secretaria())
    expect(todos.actores.map(({ clave, total, enviadas, verificadas }) => [clave, total, enviadas, verificadas])).toEqual([
      ['PFAR', 1, 0, 0],
      ['PRIO', 3, 1, 0],
    ])
    expect(todos.actores[0]?.secciones.map(({ listas, pedidas }) => `${listas}/${pedidas}`)).toEqual(['1/1', '0/1', '0/1', '0/1'])
    expect(todos.actores[1]?.secciones.map(({ listas, pedidas }) => `${listas}/${pedidas}`)).toEqual(['1/3', '0/3', '1/3', '1/3'])
    expect(todos.dias).toHaveLength(14)
    expect(todos.dias.at(-1)).toEqual({ dia: '2030-05-02', enviadas: 1, verificadas: 1 })
    const propio = await avance(await equipo.captura())
    expect(propio.actores.map(({ clave }) => clave)).toEqual(['PRIO'])
  })

  it('comes by pages in the order of the terms, each once, and asks the counts only once', async () => {
    const token = await equipo.secretaria()
    await sql(test_, `update captura.candidatura set captura_vence = '2030-04-01' where id = $1`, [observada.id])
    await sql(test_, 'update captura.candidatura set captura_vence = null where id = $1', [sinCuenta.id])
    const ids: string[] = []
    let despues: string | null = null
    do {
      const page: Tablero = await read(token, `?orden=vence&limite=1${despues ? `&despues=${encodeURIComponent(despues)}` : ''}`)
      expect(page.conteos === null).toBe(despues !== null)
      ids.push(...page.elementos.map(({ id }) => id))
      despues = page.siguiente
    } while (despues)
    expect(ids).toHaveLength(4)
    expect([ids[0], ids[3]]).toEqual([observada.id, sinCuenta.id])
    expect((await send(test_, ['GET', '/tablero?orden=vence&despues=2030-02-31~x'], { token })).status).toBe(400)
    await sql(test_, `update captura.candidatura set captura_vence = '2030-05-16' where id = any($1)`, [[observada.id, sinCuenta.id]])
  })

  it('says that nothing of identity is asked of who refused its treatment', async () => {
    const other = await givenCandidatura(test_, { actor: 'PCOM', contienda: 'alcaldia-m1' })
    await consentir(equipo, other, { tratamiento: false, publicacion: false, estadistica: false })
    const board = await read(await equipo.captura('PCOM'))
    expect(filaOf(board, other).secciones).toEqual(['vacia', 'vacia', 'exenta', 'exenta'])
  })

  it('gives its function nothing of another party, whatever is asked of it', async () => {
    const client = await connectAs(test_, 'actor')
    const ask = (ajustes: Ajustes) =>
      count(client, { text: 'select * from captura.avance_de($1)', values: [[ajena.id, nueva.id]] }, ajustes)
    expect(await ask({ rol: 'captura', actor: actorId(test_, 'PRIO') })).toBe(1)
    expect(await ask({ rol: 'candidata', actor: actorId(test_, 'PRIO') })).toBe(0)
    expect(await ask({})).toBe(0)
    await client.end()
  })
})

describe('its file', () => {
  const download = async (formato: string, query = '') =>
    send(test_, ['GET', `/tablero/exportar?formato=${formato}${query}`], { token: await equipo.captura() })

  it('holds no formula as text, and says of how many it is and when it was cut', async () => {
    const answer = await download('csv')
    const text = answer.bytes.toString('utf8')
    expect(answer.headers['content-disposition']).toMatch(/filename="tablero-captura-2030-05-02T10-0\d.csv"/)
    expect(text).toContain(`"'=HYPERLINK(""http://x"") Apellido"`)
    expect(text).toMatch(/"Candidaturas","3 de 3 vigentes a su alcance"/)
    expect(text).toMatch(/"Corte","jueves 2 de mayo de 2030, 10:\d\d horas"/)
    expect(text).not.toContain('Ajena')
  })

  it('is a workbook too, of the filter that was asked; both are in the bitácora', async () => {
    const answer = await download('xlsx', '&estatusCaptura=observada')
    expect(answer.bytes.subarray(0, 2).toString()).toBe('PK')
    const entries = await sql<{ detalle: string }>(
      test_,
      `select contenido::jsonb ->> 'detalle' as detalle from bitacora.acto where acto = 'exportacion.tablero' order by n`,
    )
    expect(entries.map(({ detalle }) => (JSON.parse(detalle) as { candidaturas: number }).candidaturas)).toEqual([3, 1])
  })
})

describe('reminding many at once', () => {
  const pendientes = { filtro: { estatusCaptura: 'sin_captura' } }

  it('first says who gets the message, by which way, and what it says; nothing is written', async () => {
    const seen = await preview(await equipo.captura(), { ids: [nueva.id, sinCuenta.id, observada.id, ajena.id] })
    expect([seen.elegidas, gruposOf(seen), seen.correo, seen.cadaDias]).toEqual([3, { cuenta: 2, captura: 1 }, 'smtp', 4])
    expect([seen.mensajes, seen.actores]).toEqual([3, [{ actor: expect.any(String), capturistas: 1, candidaturas: 1 }]])
    expect(seen.ejemplos).toMatchObject([
      { via: 'cuenta', para: 'Nadia Nueva', asunto: expect.stringMatching(/^Conóceles: falta su captura, que venció el /) },
      { via: 'captura', asunto: expect.stringMatching(/^Conóceles: 1 captura sin terminar; ven/) },
    ])
    expect(JSON.stringify(seen)).not.toContain('@')
    expect(await sql(test_, 'select id from captura.recordatorio')).toEqual([])
  })

  it('reaches each of them once, however often and by however many it is asked, and says so', async () => {
    const token = await equipo.captura()
    const both = await Promise.all([recordar(token, pendientes, 'clave-1'), recordar(await equipo.validacion(), pendientes)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const first = both[0].status === 200 ? 'clave-1' : 'clave-2'
    const done = { cuantas: 2, personas: 1, capturistas: 1, candidaturas: 1 }
    if (first === 'clave-1') expect((await recordar(token, pendientes, 'clave-1')).body).toMatchObject(done)
    for (let turn = 0; turn < 2; turn += 1) await test_.services.recordatorios.recordador.trabajar()
    expect(recibidos()).toHaveLength(1)
    const said = must(recibidos()[0])
    expect(said).toContain(`http://localhost:3001/consola/candidaturas/${nueva.id}/captura`)
    expect(said).not.toContain('List-Unsubscribe')
    expect(gruposOf(await preview(token, pendientes))).toEqual({ reciente: 2 })
    expect(filaOf(await read(token), nueva).recordada).toBe('2030-05-02')
    const [entry] = await sql<{ contenido: string }>(test_, `select contenido from bitacora.acto where acto = 'captura.recordada'`)
    expect(JSON.parse(must(entry).contenido)).toMatchObject({ detalle: { ...done, dia: '2030-05-02' }, actor: actorId(test_, 'PRIO') })
  })

  it('is refused within the days of the pack, and done again after them', async () => {
    const token = await equipo.captura()
    await moveReloj(test_, '2030-05-05T20:00:00-07:00')
    const refused = await recordar(token, { ids: [nueva.id] })
    expect([refused.status, refused.body.detail]).toEqual([409, 'No hay a quién escribirle ahora.'])
    await moveReloj(test_, '2030-05-06T10:00:00-07:00')
    expect((await recordar(token, { ids: [nueva.id] })).body.cuantas).toBe(1)
  })

  it('tells each account that captures once, with the list of hers that have no account, and nobody else', async () => {
    buzon.recibidos.length = 0
    await moveReloj(test_, '2030-05-07T10:00:00-07:00')
    const otra = await givenCandidatura(test_, { actor: 'PRIO', contienda: 'alcaldia-m2', nombre: 'Otra', primerApellido: 'Olvidada' })
    const lejana = await givenCandidatura(test_, { actor: 'PCOM', contienda: 'alcaldia-m1', nombre: 'Lejana' })
    const ids = [sinCuenta.id, otra.id, lejana.id]
    await test_.tokenOf('captura', { actor: 'PRIO' })
    const secretaria = await equipo.secretaria()
    const seen = await preview(secretaria, { ids })
    expect(seen.actores.map(({ capturistas, candidaturas }) => `${capturistas}/${candidaturas}`).sort()).toEqual(['1/1', '2/2'])
    expect(seen.mensajes).toBe(3)
    const done = await recordar(secretaria, { ids })
    expect(done.body).toMatchObject({ cuantas: 3, personas: 0, capturistas: 3, candidaturas: 3 })
    await test_.services.recordatorios.recordador.trabajar()
    const mails = listas()
    expect(mails).toHaveLength(3)
    const own = mails.filter((text) => text.includes('Otra Olvidada'))
    expect(own).toHaveLength(2)
    for (const text of own) {
      expect(text).toContain('2 capturas sin terminar')
      expect(text).toContain('http://localhost:3001/consola/tablero?estatusCaptura=sin_captura&orden=vence')
      expect(text).not.toContain('Lejana')
    }
    expect(gruposOf(await preview(secretaria, { ids }))).toEqual({ reciente: 3 })
    const prio = await equipo.captura()
    expect(filaOf(await read(prio), otra).recordada).toBe('2030-05-07')
  })

  it('says of those that nobody captures for that no mail reaches them, and leaves out who finished meanwhile', async () => {
    const sola = await givenCandidatura(test_, { actor: 'PFAR', contienda: 'legislatura-sur', nombre: 'Sola' })
    const secretaria = await equipo.secretaria()
    await sql(test_, `update acceso.cuenta set estatus = 'suspendida' where rol = 'captura' and actor_politico_id = $1`, [
      actorId(test_, 'PFAR'),
    ])
    const seen = await preview(secretaria, { ids: [sola.id] })
    expect([gruposOf(seen), seen.mensajes]).toEqual([{ sin_correo: 1 }, 0])
    expect(must(must(seen.grupos[0]).personas[0]).razon).toBe('No tiene cuenta propia, y su actor político no tiene cuentas de captura.')
    expect((await recordar(secretaria, { ids: [sola.id] })).status).toBe(409)
    await sql(test_, `update acceso.cuenta set estatus = 'activa' where rol = 'captura' and actor_politico_id = $1`, [
      actorId(test_, 'PFAR'),
    ])
    buzon.recibidos.length = 0
    expect((await recordar(secretaria, { ids: [sola.id] })).body).toMatchObject({ personas: 0, candidaturas: 1 })
    await sql(test_, `update captura.candidatura set estatus_captura = 'completa' where id = $1`, [sola.id])
    await test_.services.recordatorios.recordador.trabajar()
    expect(listas()).toHaveLength(0)
  })

  it('lets no party write to an account about the personas of another', async () => {
    const client = await connectAs(test_, 'actor')
    const insert = (candidaturas: string[]) =>
      count(
        client,
        {
          text: `insert into captura.recordatorio (id, clave, tipo, cuenta_id, rol, dia, desde, caduca_en, estatus, asunto, texto, intentos, proximo_intento, a_mano, pedido_por, candidaturas)
           values (gen_random_uuid(), gen_random_uuid()::text, 'captura', gen_random_uuid(), 'captura', '2030-05-07', now(), now(), 'caducado', 'a', 't', 0, now(), false, $1, $2) returning id`,
          values: ['00000000-0000-4000-8000-000000000001', candidaturas],
        },
        { rol: 'captura', actor: actorId(test_, 'PRIO'), cuenta: '00000000-0000-4000-8000-000000000001' },
      )
    expect(await insert([sinCuenta.id])).toBe(1)
    expect(await insert([sinCuenta.id, ajena.id])).toBe(REFUSED)
    await client.end()
  })

  it('waits for the end of the quiet hours, and says nothing to who captured meanwhile', async () => {
    buzon.recibidos.length = 0
    await moveReloj(test_, '2030-05-10T23:30:00-07:00')
    await test_.services.recordatorios.recordador.trabajar()
    const asked = await recordar(await equipo.captura('PFAR'), { ids: [ajena.id] })
    expect([asked.status, asked.body.desde]).toEqual([200, '2030-05-11T13:30:00Z'])
    await test_.services.recordatorios.recordador.trabajar()
    expect(recibidos()).toHaveLength(0)
    await sql(test_, `update captura.candidatura set estatus_captura = 'completa' where id = $1`, [ajena.id])
    await moveReloj(test_, '2030-05-11T10:00:00-07:00')
    await test_.services.recordatorios.recordador.trabajar()
    expect(recibidos()).toHaveLength(0)
    expect(await sql(test_, 'select estatus from captura.recordatorio where candidatura_id = $1', [ajena.id])).toEqual([
      { estatus: 'innecesario' },
    ])
  })

  it('asks for nobody of another party, and is refused without a way out for mail', async () => {
    expect((await recordar(await equipo.captura('PFAR'), { ids: [nueva.id] })).status).toBe(409)
    expect((await recordar(await equipo.captura(), {})).status).toBe(400)
    const mute: Deps = {
      ...test_.deps,
      config: { ...test_.deps.config, modo: 'produccion' as const, correo: { ...test_.deps.config.correo, url: null } },
    }
    const { acusesCorreo } = test_.services.derechos
    const parts = { ...test_.services, acusesCorreo, cuentas: test_.services.acceso }
    const { capturas } = recordatoriosModule(mute, parts)
    const quien = {
      cuentaId: '00000000-0000-4000-8000-000000000001',
      rol: 'secretaria',
      actorPoliticoId: null,
      candidaturaId: null,
    } as const
    const asked = { ...quien, requestId: 'r' }
    expect((await capturas.preview(asked, { ids: [nueva.id] })).correo).toBe('ninguna')
    await expect(capturas.enviar(asked, { ids: [nueva.id] }, null)).rejects.toThrow('acceso.correo_no_disponible')
  })
})
