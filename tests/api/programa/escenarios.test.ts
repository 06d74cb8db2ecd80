import { read, utils } from '@e965/xlsx'
import { programar, type ProgramaPack } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import {
  fieldsOf,
  hitoOf,
  JORNADA,
  loadAndUndo,
  packContradictorio,
  packSiguiente,
  type EscenarioVisto,
} from '../../support/actos/escenarios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { packFaults } from '../../support/proceso-ficticio/index.ts'

const RAZON = 'El Concejo sesiona los lunes.'

let t: TestApp
let secretaria: string

beforeAll(async () => {
  t = await startTestApp({ pack: packContradictorio })
  secretaria = await t.tokenOf('secretaria')
})
afterAll(() => t.close())

type Visto = EscenarioVisto

const post = (path: string, json: object = {}, headers: Record<string, string> = {}) =>
  send<Visto>(t, ['POST', `/escenarios${path}`], { token: secretaria, json, headers })
const get = async (id: string) => (await send<Visto>(t, ['GET', `/escenarios/${id}`], { token: secretaria })).body
let made = 0
async function crear(nombre = `Escenario ${(made += 1)}`): Promise<Visto> {
  const { status, body } = await post('', { nombre, jornada: JORNADA })
  expect([status, body.version]).toEqual([201, 1])
  return body
}
const editar = ({ id, version }: Visto, regla: object, statement = 'A-1') =>
  post(`/${id}/editar`, { version, statement, regla, razon: RAZON })

describe('the programme taken to another election day', () => {
  it('is computed: distances, months, rules, rest days and contradictions', async () => {
    const escenario = await crear()
    expect(escenario).toMatchObject({
      ...{ jornada: JORNADA, origenVigente: true, ediciones: 0, decisiones: 0 },
      origen: { proceso: 'valle-claro-2030', jornada: '2030-07-07', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      resumen: {
        fuentes: { total: 6, distancia: 2, mes: 0, regla: 4, edicion: 0 },
        hitos: { total: 7, conFecha: 4, movidos: 4, porEvento: 3 },
        conflictos: { hitos: 1, resueltos: 0 },
      },
    })
    const pleno = hitoOf(escenario, 'A', 'pleno')
    expect([pleno.antes.fin, pleno.ahora.fin, pleno.inhabil]).toEqual(['2030-05-01', '2033-04-27', null])
    expect(pleno.fuentes.map(({ obtencion, decia, rige }) => [obtencion, decia, rige])).toEqual([
      ['A la misma distancia: 67 días antes de la jornada', '1 de mayo de 2030', true],
      ['A la misma distancia: 65 días antes de la jornada', 'del 2 de mayo de 2030 al 3 de mayo de 2030', false],
    ])
    expect(pleno.conflictos.map(({ tipo }) => tipo)).toEqual(['fechas_distintas'])
    const abril = hitoOf(escenario, 'B/2033-04', 'remision')
    expect([abril.antes.fin, abril.ahora.fin]).toEqual(['2030-05-05', '2033-05-05'])
    expect(hitoOf(escenario, 'B/2033-05', 'remision').inhabil).toMatchObject({ fecha: '2033-06-05', motivo: 'domingo' })
    expect(hitoOf(escenario, 'C/evento', 'remision')).toMatchObject({ porEvento: true, ahora: { fin: null } })
  })

  it('is created once however often it is sent, under a name of its own, for a day that comes after', async () => {
    const sent = () => post('', { nombre: '  Uno   solo ', jornada: JORNADA }, { 'idempotency-key': 'e-1' })
    const [one, two] = [await sent(), await sent()]
    expect([one.status, two.status, two.body.id, one.body.nombre]).toEqual([201, 201, one.body.id, 'Uno solo'])
    expect((await post('', { nombre: 'Uno solo', jornada: JORNADA })).body.code).toBe('escenario.nombre_repetido')
    for (const jornada of ['2030-07-07', '2042-07-08', '2033-02-30'])
      expect(fieldsOf(await post('', { nombre: 'Otro', jornada }))).toEqual(['jornada'])
    expect(fieldsOf(await post('', { nombre: '      ', jornada: JORNADA }))).toEqual(['nombre'])
  })
})

describe('a person’s decision over it', () => {
  it('is a date with its reason, and can be taken back', async () => {
    const escenario = await crear()
    const edited = (await editar(escenario, { tipo: 'fecha', fecha: '2033-05-02' })).body
    const [first] = hitoOf(edited, 'A', 'pleno').fuentes
    expect(first).toMatchObject({
      manera: 'edicion',
      obtencion: `Editada: ${RAZON}`,
      ahora: { fin: '2033-05-02' },
      edicion: { rol: 'secretaria' },
    })
    expect([edited.version, edited.ediciones, edited.resumen.fuentes.edicion]).toEqual([2, 1, 1])
    expect(await get(edited.id)).toEqual(edited)
    const { body: again } = await post(`/${edited.id}/restaurar`, { version: 2, clave: 'A-1' })
    expect(hitoOf(again, 'A', 'pleno')).toEqual(hitoOf(escenario, 'A', 'pleno'))
    expect((await post(`/${edited.id}/restaurar`, { version: 3, clave: 'A-1' })).body.detail).toBe('Ya está como se calculó.')
  })

  it('may be a window or other terms, and never what the engine cannot count', async () => {
    let escenario = await crear()
    escenario = (await editar(escenario, { tipo: 'ventana', inicio: '2033-04-01', fin: '2033-04-30' })).body
    expect(hitoOf(escenario, 'A', 'pleno').fuentes[0]?.ahora).toEqual({ inicio: '2033-04-01', fin: '2033-04-30' })
    escenario = (await editar(escenario, { tipo: 'dia_del_mes_siguiente', dia: 10 }, 'B-1')).body
    expect(hitoOf(escenario, 'B/2033-06', 'remision').ahora.fin).toBe('2033-07-10')
    const terms = { tipo: 'despues', dias: 3, tipoDias: 'habiles', inhabil: 'siguiente_habil' }
    escenario = (await editar(escenario, terms, 'C-1')).body
    expect(hitoOf(escenario, 'C/evento', 'remision').fuentes[0]?.dice).toBe(
      '3 días hábiles después de aprobar en el Pleno; si no se trabaja, el siguiente hábil',
    )
    const refused: [object, string, string][] = [
      [{ tipo: 'fecha' }, 'A-1', 'regla.fecha'],
      [{ tipo: 'ventana', inicio: '2033-04-02', fin: '2033-04-01' }, 'A-1', 'regla'],
      [terms, 'A-1', 'regla.tipo'],
      [{ tipo: 'fecha', fecha: '2033-04-01' }, 'C-1', 'regla'],
      [{ tipo: 'otra' }, 'A-1', 'regla.tipo'],
    ]
    for (const [regla, statement, field] of refused) expect(fieldsOf(await editar(escenario, regla, statement))).toEqual([field])
    expect((await editar(escenario, { tipo: 'fecha', fecha: '2033-04-01' }, 'Z-9')).status).toBe(404)
    expect((await get(escenario.id)).version).toBe(4)
  })

  it('is which statement governs, where they disagree', async () => {
    const { id, version } = await crear()
    const decide = (statement: string) => post(`/${id}/decidir`, { version, entregable: 'A', milestone: 'pleno', statement, razon: RAZON })
    expect((await decide('B-1')).body.code).toBe('escenario.acto_no_permitido')
    const { body } = await decide('A-2')
    const pleno = hitoOf(body, 'A', 'pleno')
    expect([pleno.ahora.fin, pleno.decision]).toEqual(['2033-04-29', expect.objectContaining({ statement: 'A-2', razon: RAZON })])
    expect(body.resumen.conflictos).toEqual({ hitos: 1, resueltos: 1 })
    const { body: again } = await post(`/${id}/restaurar`, { version: 2, clave: 'A#pleno' })
    expect(hitoOf(again, 'A', 'pleno').decision).toBeNull()
  })

  it('is never written over what somebody else wrote meanwhile', async () => {
    const escenario = await crear()
    const regla = (fecha: string) => ({ tipo: 'fecha', fecha })
    const both = await Promise.all(['2033-05-02', '2033-05-03'].map((fecha) => editar(escenario, regla(fecha))))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(must(both.find(({ status }) => status === 409)).body.code).toBe('escenario.version_distinta')
  })
})

describe('a scenario as a whole', () => {
  it('is copied with its edits, renamed, put away and brought back, and all of it is in the bitácora', async () => {
    const { id } = (await editar(await crear('Primero'), { tipo: 'fecha', fecha: '2033-05-02' })).body
    const { body: copy, status } = await post(`/${id}/duplicar`, { nombre: 'Segundo' })
    expect([status, copy.ediciones, copy.version]).toEqual([201, 1, 1])
    const rename = (nombre: string) =>
      send<Visto>(t, ['PUT', `/escenarios/${copy.id}`], { token: secretaria, json: { nombre, version: copy.version } })
    expect((await rename('Primero')).body.code).toBe('escenario.nombre_repetido')
    expect((await rename('Tercero')).body).toMatchObject({ nombre: 'Tercero', version: 2 })
    expect((await post(`/${copy.id}/descartar`, { version: 1 })).body.code).toBe('escenario.version_distinta')
    expect((await post(`/${copy.id}/descartar`, { version: 2 })).body.descartadoEn).not.toBeNull()
    expect((await post(`/${copy.id}/restaurar`, { version: 3, clave: 'A-1' })).body.detail).toBe('Está descartado: recupérelo primero.')
    const { body: list } = await send<{ elementos: Visto[]; descartados: Visto[] }>(t, ['GET', '/escenarios'], { token: secretaria })
    expect([list.elementos.some((each) => each.id === copy.id), list.descartados.map((each) => each.id)]).toEqual([false, [copy.id]])
    expect((await post(`/${copy.id}/recuperar`)).body.descartadoEn).toBeNull()
    expect((await post(`/${copy.id}/recuperar`)).body.detail).toBe('No está descartado.')
    const acts = await sql<{ acto: string }>(t, 'select acto from bitacora.acto where objeto_id = any($1) order by n', [[id, copy.id]])
    expect(acts.map(({ acto }) => acto.replace('escenario.', ''))).toEqual(
      ['creado', 'editado', 'duplicado', 'renombrado', 'descartado', 'recuperado'], // prettier-ignore
    )
  })

  it('is one of fifty at the most', async () => {
    const { id } = await crear()
    await sql(
      t,
      `insert into captura.escenario select gen_random_uuid(), proceso_id, 'Lleno ' || n, jornada, origen, ediciones, decisiones, version,
         creado_en, creado_por, cambiado_en from captura.escenario, generate_series(1, 50) n where id = $1`,
      [id],
    )
    expect((await post('', { nombre: 'Uno más', jornada: JORNADA })).body.code).toBe('escenario.limite')
    await sql(t, `update captura.escenario set descartado_en = now() where nombre like 'Lleno %'`)
    expect((await post('', { nombre: 'Uno más', jornada: JORNADA })).status).toBe(201)
  })

  it('is read by comisión and auditoría, and by nobody else', async () => {
    const { id } = await crear()
    for (const rol of ['comision', 'auditoria'] as const)
      expect((await send<Visto>(t, ['GET', `/escenarios/${id}`], { token: await t.tokenOf(rol) })).body.id).toBe(id)
    for (const rol of ['captura', 'verificacion', 'transparencia'] as const)
      expect((await send(t, ['GET', `/escenarios/${id}`], { token: await t.tokenOf(rol) })).status).toBe(403)
  })
})

describe('nothing else knows of it', () => {
  const CALENDARIO = { nombre: 'Plazos', alcance: 'todo' }

  it('neither the calendar in force, nor reminders, nor iCal, nor anything public', async () => {
    await moveReloj(t, '2030-04-28T10:00:00-07:00')
    const { body } = await send<{ direccion: string }>(t, ['POST', '/calendarios'], { token: secretaria, json: CALENDARIO })
    const ical = async () => (await t.app.inject({ url: new URL(body.direccion).pathname })).payload
    const board = async () => (await send<{ elementos: object[]; filas: object[] }>(t, ['GET', '/actividades'], { token: secretaria })).body
    const work = () => t.services.recordatorios.recordador.trabajar()
    await ical()
    await work()
    const before = [await fingerprint(), (await board()).elementos, (await board()).filas, await ical()]
    const { id } = (await editar(await crear(), { tipo: 'fecha', fecha: '2030-04-29' })).body
    await post(`/${id}/decidir`, { version: 2, entregable: 'A', milestone: 'pleno', statement: 'A-2', razon: RAZON })
    await send(t, ['GET', `/escenarios/${id}/paquete`], { token: secretaria })
    await work()
    expect([await fingerprint(), (await board()).elementos, (await board()).filas, await ical()]).toEqual(before)
  })

  /** Every row of every table but those of scenarios and of the bitácora. */
  async function fingerprint(): Promise<Record<string, string>> {
    const tables = await sql<{ name: string }>(
      t,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('captura', 'publico', 'identidad') and tablename <> 'escenario' order by 1`,
    )
    const prints: Record<string, string> = {}
    for (const { name } of tables) {
      const [row] = await sql<{ md5: string }>(
        t,
        `select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as md5 from ${name} r`,
      )
      prints[name] = must(row).md5
    }
    expect(Object.keys(prints)).toEqual(expect.arrayContaining(['captura.recordatorio', 'captura.programa', 'publico.fecha']))
    return prints
  }
})

describe('its files', () => {
  it('are the programme of a new pack, which the loader takes, with a LEEME that says what it is', async () => {
    const { id } = (await editar(await crear('Para 2033'), { tipo: 'fecha', fecha: '2033-05-02' })).body
    await post(`/${id}/decidir`, { version: 2, entregable: 'A', milestone: 'pleno', statement: 'A-2', razon: RAZON })
    const { status, bytes, headers } = await send(t, ['GET', `/escenarios/${id}/paquete`], { token: secretaria })
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="programa-borrador-Para-2033.zip"'])
    const files = await unzip(bytes)
    expect([...files.keys()]).toEqual(['programa.json', 'LEEME.md'])
    const leeme = must(files.get('LEEME.md')).toString()
    expect(leeme).toContain('BORRADOR. Nadie lo ha aprobado')
    expect(leeme).toContain(`A-1: decía «1 de mayo de 2030»; dice «2 de mayo de 2033». ${RAZON}`)
    expect(leeme).toContain(`A, pleno: rige A-2. ${RAZON}`)
    const next = packSiguiente(JSON.parse(must(files.get('programa.json')).toString()) as ProgramaPack)
    expect(packFaults(next)).toEqual([])
    const loaded = await loadAndUndo(t, next)
    const dates = programar({ ...loaded, eventos: [], resoluciones: [], facts: new Map() })
    expect(dates.map(({ occurrence, rige }) => [occurrence.clave, rige?.fin])).toEqual([
      ['A', '2033-04-29'],
      ['B/2033-04', '2033-05-05'],
      ['B/2033-05', '2033-06-05'],
      ['B/2033-06', '2033-07-05'],
    ])
    expect(loaded.borrador).toMatchObject({ nombre: 'Para 2033', confianza: 'por_confirmar', decisiones: [{ statement: 'A-2' }] })
  })

  it('are both calendars side by side, and are left in the bitácora', async () => {
    const { id } = (await editar(await crear('=1+1'), { tipo: 'fecha', fecha: '2033-05-01' })).body
    const { bytes } = await send(t, ['GET', `/escenarios/${id}/calendario`], { token: await t.tokenOf('auditoria') })
    const { Sheets, SheetNames } = read(bytes, { type: 'buffer' })
    expect(SheetNames).toEqual(['Calendario', 'Fuentes', 'Acerca del escenario'])
    const [headings, ...rows] = utils.sheet_to_json<string[]>(must(Sheets.Calendario), { header: 1, raw: false, dateNF: 'yyyy-mm-dd' })
    expect(headings).toEqual(
      ['ID', 'Entregable', 'Qué se debe', 'Fecha 2030', 'Cómo se obtuvo', 'Fecha 2033', 'Tipo de día', 'Contradicción'], // prettier-ignore
    )
    expect(rows).toHaveLength(7)
    expect(rows[0]?.slice(4)).toEqual([
      'A la misma distancia: 65 días antes de la jornada',
      expect.stringContaining('2033'),
      'Hábil',
      expect.stringContaining('A, texto («1 de mayo»): 1 de mayo de 2033'),
    ])
    const about = utils.sheet_to_json<string[]>(must(Sheets['Acerca del escenario']), { header: 1 })
    expect(about).toEqual(
      expect.arrayContaining([
        ['Escenario', '=1+1'],
        ['Editadas', '1 de 6 fuentes'],
      ]),
    )
    const [last] = await sql<{ contenido: string }>(
      t,
      `select contenido from bitacora.acto where acto = 'escenario.exportado' order by n desc limit 1`,
    )
    expect(last?.contenido).toMatch(/"formato":"xlsx".*"sha256":"[0-9a-f]{64}"/)
  })
})
