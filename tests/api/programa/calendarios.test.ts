import { createHash } from 'node:crypto'
import type { ProgramaPack, Rol } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { eventosOf, expectWellFormed, type EventoLeido } from '../../support/actos/calendarios.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

/** The comisión answers for the approval of A, the secretaría for the rest. */
const programa: ProgramaPack = {
  ...packFicticio.programa,
  areas: [...packFicticio.programa.areas, { clave: 'CO', nombre: 'Comisión de Valle Claro', rol: 'comision' }],
  actividades: packFicticio.programa.actividades.map((actividad) => ({
    ...actividad,
    cadena:
      actividad.clave === 'A'
        ? actividad.cadena.map((paso) => (paso.milestone === 'pleno' ? { ...paso, responsables: ['CO'] } : paso))
        : [{ clave: 'a', tipo: 'hito' as const, milestone: 'remision' as const, texto: 'Remitir', responsables: ['OF'] }],
  })),
}
const pack = { ...packFicticio, programa }

interface Creado {
  calendario: { id: string; nombre: string; alcance: string }
  direccion: string
}

interface Leido {
  status: number
  headers: Record<string, unknown>
  text: string
  eventos: Record<string, EventoLeido>
}

let t: TestApp
const tokens = new Map<Rol, string>()

beforeAll(async () => {
  t = await startTestApp({ pack, ahora: '2030-04-20T10:00:00-07:00', config: { logNivel: 'trace' } })
  for (const rol of ['secretaria', 'comision', 'verificacion'] as const) tokens.set(rol, await t.tokenOf(rol))
})
afterAll(() => t.close())

const token = (rol: Rol) => must(tokens.get(rol))
const crear = (rol: Rol, nombre: string, alcance = 'rol'): Promise<Answer<Creado>> =>
  send<Creado>(t, ['POST', '/calendarios'], { token: token(rol), json: { nombre, alcance } })
const creado = async (rol: Rol, nombre: string, alcance = 'rol') => {
  const { status, body } = await crear(rol, nombre, alcance)
  expect(status).toBe(201)
  return body
}

async function abrir(direccion: string, headers: Record<string, string> = {}): Promise<Leido> {
  const answer = await t.app.inject({ url: new URL(direccion).pathname, headers })
  const text = answer.payload
  return { status: answer.statusCode, headers: answer.headers, text, eventos: answer.statusCode === 200 ? eventosOf(text) : {} }
}

const A_PLENO = 'A.pleno@valle-claro-2030.conoceles'
const B_ABRIL = 'B~2030-04.remision@valle-claro-2030.conoceles'
const B_JUNIO = 'B~2030-06.remision@valle-claro-2030.conoceles'

describe('the secret address of a calendar', () => {
  it('is said once, has 256 bits, and only its hash is kept', async () => {
    const { calendario, direccion } = await creado('secretaria', 'Mi teléfono')
    const secreto = must(/\/api\/v1\/calendarios\/([\w-]+)\.ics$/.exec(direccion)?.[1])
    expect(Buffer.from(secreto, 'base64url')).toHaveLength(32)
    const [row] = await sql<Record<string, unknown>>(t, 'select * from acceso.calendario_enlace where id = $1', [calendario.id])
    expect(must(row).sha256).toBe(createHash('sha256').update(secreto).digest('hex'))
    expect(JSON.stringify(row)).not.toContain(secreto)
    const listed = await send<{ elementos: object[] }>(t, ['GET', '/calendarios'], { token: token('secretaria') })
    expect(listed.body.elementos).toMatchObject([{ id: calendario.id, nombre: 'Mi teléfono', alcance: 'rol' }])
    expect(listed.bytes.toString()).not.toContain(secreto)
    const acts = await sql<{ contenido: string }>(t, `select contenido from bitacora.acto where acto = 'calendario.creado'`)
    expect([acts.length, acts[0]?.contenido.includes(secreto)]).toEqual([1, false])
  })

  it('opens the duties of the areas of its role and no other, without an account', async () => {
    const { direccion } = await creado('comision', 'Comisión')
    const { status, headers, text, eventos } = await abrir(direccion)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store'])
    expect(Object.keys(eventos)).toEqual([A_PLENO])
    expect(text).not.toContain('B~2030')
    const own = await abrir((await creado('secretaria', 'Secretaría')).direccion)
    expect(Object.keys(own.eventos).sort()).toEqual([B_ABRIL, 'B~2030-05.remision@valle-claro-2030.conoceles', B_JUNIO])
    expect(Object.keys((await abrir((await creado('secretaria', 'Todo', 'todo')).direccion)).eventos)).toContain(A_PLENO)
  })

  it('is refused where a role answers for no area, or asks for more than its own; and twice under one name', async () => {
    for (const [rol, alcance] of [
      ['verificacion', 'rol'],
      ['comision', 'todo'],
    ] as const) {
      expect((await crear(rol, 'x', alcance)).status).toBe(409)
    }
    expect((await crear('secretaria', ' Mi teléfono ')).status).toBe(409)
    expect((await crear('secretaria', '   ')).status).toBe(400)
    expect((await crear('secretaria', 'y', 'otro')).status).toBe(400)
    const both = await Promise.all([crear('secretaria', 'A la vez'), crear('secretaria', 'A la vez')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('says the same of one that was never made, one revoked and one that is no secret at all', async () => {
    const { calendario, direccion } = await creado('secretaria', 'Perdido')
    expect((await abrir(direccion)).status).toBe(200)
    const other = await send(t, ['DELETE', `/calendarios/${calendario.id}`], { token: token('comision') })
    expect([other.status, (await abrir(direccion)).status]).toEqual([404, 200])
    for (let times = 0; times < 2; times += 1) {
      expect((await send(t, ['DELETE', `/calendarios/${calendario.id}`], { token: token('secretaria') })).status).toBe(204)
    }
    const never = direccion.replace(/[\w-]+\.ics$/, `${'x'.repeat(43)}.ics`)
    const bodies = []
    for (const address of [direccion, never, never.replace(/x+/, '..')]) {
      const { status, text } = await abrir(address)
      expect(status).toBe(404)
      bodies.push({ ...JSON.parse(text), requestId: '' })
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    const acts = await sql<{ n: number }>(t, `select count(*)::int as n from bitacora.acto where acto = 'calendario.revocado'`)
    expect(acts).toEqual([{ n: 1 }])
  })

  it('dies with its account and with its role, and does not come back with them', async () => {
    const { calendario, direccion } = await creado('comision', 'De quien se va')
    const [{ cuenta_id: cuenta } = { cuenta_id: '' }] = await sql<{ cuenta_id: string }>(
      t,
      'select cuenta_id from acceso.calendario_enlace where id = $1',
      [calendario.id],
    )
    const change = (column: string, value: string) => sql(t, `update acceso.cuenta set ${column} = $2 where id = $1`, [cuenta, value])
    await change('rol', 'auditoria')
    expect((await abrir(direccion)).status).toBe(404)
    await change('rol', 'comision')
    await change('estatus', 'invitada')
    expect((await abrir(direccion)).status).toBe(404)
    await change('estatus', 'activa')
    expect((await abrir(direccion)).status).toBe(200)
    const administracion = await t.tokenOf('administracion')
    expect((await send(t, ['POST', `/acceso/cuentas/${cuenta}/desactivar`], { token: administracion })).status).toBe(204)
    await change('estatus', 'activa')
    expect((await abrir(direccion)).status).toBe(404)
    tokens.set('comision', await t.tokenOf('comision'))
  })

  it('is in no log, and cannot be tried without end', async () => {
    const { direccion } = await creado('secretaria', 'Registrado')
    const secreto = direccion.replace(/^.*\/|\.ics$/g, '')
    const statuses = new Set<number>()
    for (let times = 0; times < 61; times += 1) {
      const { statusCode } = await t.app.inject({ url: new URL(direccion).pathname, remoteAddress: '10.99.0.1' })
      statuses.add(statusCode)
    }
    expect([...statuses]).toEqual([200, 429])
    const log = t.instruments.log.join('')
    expect(log).toContain('"ruta":"/api/v1/calendarios/:secreto.ics"')
    expect(log).not.toContain(secreto)
  })
})

describe('the calendar that a telephone reads', () => {
  let direccion: string
  const leerlo = (headers: Record<string, string> = {}) => abrir(direccion, headers)

  beforeAll(async () => {
    direccion = (await creado('secretaria', 'El que se mira', 'todo')).direccion
  })

  it('is a well-formed calendar of days without an hour, with source, estatus and link', async () => {
    const { text, eventos } = await leerlo()
    expectWellFormed(text)
    const event = must(eventos[B_ABRIL])
    expect(text).toContain('DTSTART;VALUE=DATE:20300505\r\nDTEND;VALUE=DATE:20300506\r\n')
    expect([event.datetype, event.summary]).toEqual(['date', 'Remitir al INE: Actividad B: abril de 2030 (B)'])
    expect(event.description).toMatch(/Cómo va: .+\.\n(.+\n)*Responde: Oficina de Valle Claro\.\nFuente: A, párrafo inicial, «1 de mayo»\./)
    expect(JSON.stringify(event.url)).toContain('http://localhost:3001/consola/actividades/B~2030-04#remision')
    expect([event.sequence, event.status]).toEqual([0, 'CONFIRMED'])
  })

  it('is the same bytes while nothing changed, and is not sent again to who has it', async () => {
    const first = await leerlo()
    const again = await leerlo()
    expect(again.text).toBe(first.text)
    const same = await leerlo({ 'if-none-match': `W/"otro", ${String(first.headers.etag)}` })
    expect([same.status, same.text]).toEqual([304, ''])
    expect(Date.parse(String(first.headers['last-modified']))).not.toBeNaN()
    expect((await leerlo({ 'if-none-match': '"otro"' })).status).toBe(200)
  })

  it('tells a change of estatus and of date under the same UID with a sequence that grows, asked by two at once or not', async () => {
    const before = must((await leerlo()).eventos[A_PLENO])
    await moveReloj(t, '2030-05-20T10:00:00-07:00')
    const [one, other] = await Promise.all([leerlo(), leerlo()])
    const overdue = must(one.eventos[A_PLENO])
    expect(other.text).toBe(one.text)
    expect([overdue.sequence, overdue.summary]).toEqual([Number(before.sequence) + 1, 'Vencida. Aprobar en el Pleno: Actividad A (A)'])
    expect(Number(overdue.lastmodified)).toBeGreaterThanOrEqual(Number(before.lastmodified))
    await moveReloj(t, '2030-05-10T10:00:00-07:00')
    expect(must((await leerlo()).eventos[A_PLENO]).sequence).toBe(Number(before.sequence) + 1)
  })

  it('tells what does not apply as cancelled, and what is owed again as before', async () => {
    const before = must((await leerlo()).eventos[B_JUNIO])
    const hecho = { milestone: 'remision', aplica: false, ocurridoEn: '2030-05-05T12:00:00-07:00', referencia: 'No hubo informe ese mes' }
    const acto = (name: string, json: object) => send(t, ['POST', `/actividades/B~2030-06/${name}`], { token: token('secretaria'), json })
    expect((await acto('cumplir', hecho)).status).toBe(200)
    const gone = must((await leerlo()).eventos[B_JUNIO])
    expect([gone.status, gone.sequence]).toEqual(['CANCELLED', Number(before.sequence) + 1])
    expect((await acto('anular', { milestone: 'remision', motivo: 'Sí hubo informe ese mes.' })).status).toBe(200)
    const back = must((await leerlo()).eventos[B_JUNIO])
    expect([back.status, back.sequence, back.summary]).toEqual(['CONFIRMED', Number(before.sequence) + 2, before.summary])
  })

  it('tells a duty that an event opened, and takes it away when there is no such event', async () => {
    const evento = [crypto.randomUUID(), t.loaded.procesoId]
    await sql(
      t,
      `insert into captura.evento (id, proceso_id, tipo, actividades, fecha, ocurrido_en, titulo)
       values ($1, $2, 'acuerdo_candidaturas', '{C}', '2030-05-10', now(), $$Acuerdo; con, signos \\ y "ñ" ${'á'.repeat(80)}$$)`,
      evento,
    )
    const uid = `C~${String(evento[0])}.remision@valle-claro-2030.conoceles`
    const opened = await leerlo()
    expectWellFormed(opened.text)
    expect(must(opened.eventos[uid]).summary).toBe(`Remitir al INE: Actividad C. Acuerdo; con, signos \\ y "ñ" ${'á'.repeat(80)} (C)`)
    expect(opened.text).toContain('DTSTART;VALUE=DATE:20300511')
    await sql(t, `update captura.evento set fecha = '2030-05-11' where id = $1`, [evento[0]])
    const moved = await leerlo()
    expect([must(moved.eventos[uid]).sequence, moved.text.includes('DTSTART;VALUE=DATE:20300512')]).toEqual([1, true])
    await sql(t, 'delete from captura.evento where id = $1', [evento[0]])
    const gone = must((await leerlo()).eventos[uid])
    expect([gone.status, gone.sequence]).toEqual(['CANCELLED', 2])
    expect(must((await leerlo()).eventos[uid]).sequence).toBe(2)
  })
})
