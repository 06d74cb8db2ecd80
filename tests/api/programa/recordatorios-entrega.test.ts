import { buildApp } from '../../../apps/api/src/app.ts'
import { advance } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'
import { moveReloj, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { begin, filas, startRecordatorios } from '../../support/actos/recordatorios.ts'

/** Actividad A is due on 1 May 2030: the reminder of two days leaves on Monday 29 April, 08:30 local. */
const LUNES = '2030-04-29T09:00:00-07:00'
const DE_A = 'recordatorio|A|pleno|2|2030-05-01'

let test_: TestApp
let buzon: Buzon
let secretaria: string

beforeAll(async () => {
  ;({ test: test_, buzon } = await startRecordatorios())
  secretaria = await test_.tokenOf('secretaria')
})
beforeEach(() => begin({ test: test_, buzon }, LUNES))
afterAll(async () => {
  await test_.close()
  await buzon.close()
})

const work = () => test_.services.recordatorios.recordador.trabajar()
const estatus = async () => (await filas(test_)).map((fila) => [fila.clave.split('|').slice(0, 5).join('|'), fila.estatus])
const only = async () => {
  const rows = await filas(test_)
  expect(rows).toHaveLength(1)
  return rows[0]
}
/** Machine time goes on, the legal one stays. */
async function later(duration: { seconds?: number; minutes?: number }, action: () => Promise<unknown>): Promise<void> {
  const back = advance(test_, duration)
  try {
    await action()
  } finally {
    back()
  }
}

describe('one message', () => {
  it('is written once and sent once, however often the job looks', async () => {
    for (let turn = 0; turn < 3; turn += 1) await work()
    expect(await only()).toMatchObject({ tipo: 'recordatorio', estatus: 'enviado', intentos: 1, falla: null })
    expect(buzon.recibidos).toHaveLength(1)
    const [{ id, asunto, crudo } = { id: '', asunto: '', crudo: '' }] = buzon.recibidos
    expect(id).toMatch(/^<recordatorio-[0-9a-f]{32}@prueba\.example>$/)
    expect(asunto).toBe('Vence en 2 días: A Aprobación del Pleno')
    expect(crudo).toContain('Auto-Submitted: auto-generated')
    expect(crudo).toContain('List-Unsubscribe: <http://localhost:3001/consola/recordatorios>')
    expect(crudo.match(/prueba\.example/g)?.length).toBe(crudo.split('\n').filter((line) => /^(From|To|Message-ID):/i.test(line)).length)
  })

  it('reaches each account exactly once from three replicas at once', async () => {
    for (let n = 0; n < 5; n += 1) await test_.tokenOf('secretaria')
    const others = await Promise.all([buildApp(test_.deps), buildApp(test_.deps)])
    const workers = [test_.services, ...others.map(({ services }) => services)].map(({ recordatorios }) => recordatorios.recordador)
    for (let turn = 0; turn < 3; turn += 1) await Promise.all(workers.map((worker) => worker.trabajar()))
    await Promise.all(others.map(({ server }) => server.close()))
    const accounts = await sql<{ correo: string }>(test_, `select correo from acceso.cuenta where rol = 'secretaria' order by correo`)
    expect(accounts.length).toBeGreaterThanOrEqual(6)
    expect(buzon.recibidos.map(({ para }) => para).sort()).toEqual(accounts.map(({ correo }) => correo))
    expect(new Set(buzon.recibidos.map(({ id }) => id)).size).toBe(accounts.length)
    await sql(test_, `update acceso.cuenta set estatus = 'desactivada' where rol = 'secretaria' and correo <> $1`, [
      (await sql<{ correo: string }>(test_, `select correo from acceso.cuenta where rol = 'secretaria' order by creada_en limit 1`))[0]
        ?.correo,
    ])
  })
})

describe('a mail server that', () => {
  it.each([
    ['refuses for now', 'espera', 'respondió: 451 (dirección) not now'],
    ['refuses for good', 'rechaza', 'respondió: 550 (dirección) not now'],
    ['cuts the line in the middle of the message', 'corta', 'conexión'],
    ['says nothing', 'calla', 'no respondió a tiempo'],
  ] as const)('%s loses nothing: it is tried again after a while, and arrives once', async (_, conducta, said) => {
    buzon.conducta = conducta
    await work()
    expect(await only()).toMatchObject({ estatus: 'pendiente', intentos: 1, falla: expect.stringContaining(said) })
    buzon.conducta = 'acepta'
    await work()
    expect(buzon.recibidos).toHaveLength(0)
    await later({ seconds: 31 }, work)
    expect(await only()).toMatchObject({ estatus: 'enviado', intentos: 2, falla: null })
    expect(buzon.recibidos).toHaveLength(1)
  })

  it('refuses again and again is asked ever more seldom, and given up when the message is not worth while any more', async () => {
    buzon.conducta = 'espera'
    await work()
    for (const [seconds, intentos] of [
      [31, 2],
      [62, 2],
      [95, 3],
    ] as const) {
      await later({ seconds }, work)
      expect([seconds, (await only())?.intentos]).toEqual([seconds, intentos])
    }
    await moveReloj(test_, '2030-04-30T14:31:00-07:00')
    await work()
    const given = (await filas(test_)).find(({ clave }) => clave.startsWith(DE_A))
    expect(given).toMatchObject({ estatus: 'caducado', falla: expect.stringContaining('451') })
  })
})

describe('a worker that dies', () => {
  /** Every connection of the institute's pool is cut. */
  const cut = () =>
    sql(
      test_,
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'conoceles_instituto' and datname = current_database()`,
    )

  it('in its claim has sent nothing, and the next one sends it', async () => {
    await sql(
      test_,
      `create function public.morir() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`,
    )
    await sql(
      test_,
      `create trigger morir after update of tomado_por on captura.recordatorio for each statement execute function public.morir()`,
    )
    await expect(work()).rejects.toThrow()
    await sql(test_, 'drop trigger morir on captura.recordatorio')
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'pendiente']], 0])
    await work()
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'enviado']], 1])
  })

  it('between its claim and the end of sending is replaced by nobody before its time is over', async () => {
    buzon.conducta = 'espera'
    await work()
    await sql(
      test_,
      `update captura.recordatorio set tomado_por = gen_random_uuid(), tomado_hasta = now() + interval '30 seconds', proximo_intento = now()`,
    )
    buzon.conducta = 'acepta'
    await work()
    expect(buzon.recibidos).toHaveLength(0)
    await later({ seconds: 31 }, work)
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'enviado']], 1])
  })

  it('or rather loses its connections while it sends, writes what was accepted over another one', async () => {
    buzon.antes = async () => void (await cut())
    await work()
    buzon.antes = null
    await later({ minutes: 5 }, work)
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'enviado']], 1])
  })

  it('between the acceptance of the server and the mark is repeated under the same Message-ID: the only gap there is', async () => {
    await sql(test_, `create function public.negar() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`)
    await sql(
      test_,
      `create trigger negar before update on captura.recordatorio for each row when (new.estatus = 'enviado') execute function public.negar()`,
    )
    await expect(work()).rejects.toThrow('no')
    await sql(test_, 'drop trigger negar on captura.recordatorio')
    await work()
    expect(buzon.recibidos).toHaveLength(1)
    await later({ minutes: 1 }, work)
    const [one, other] = buzon.recibidos
    expect([buzon.recibidos.length, other?.id, await estatus()]).toEqual([2, one?.id, [[DE_A, 'enviado']]])
  })
})

describe('a change while a message waits', () => {
  const hecho = { milestone: 'pleno', aplica: true, ocurridoEn: '2030-04-28T12:00:00-07:00', referencia: 'VC/ACU/7' }
  const acto = (path: string, json: object) => send(test_, ['POST', `/actividades/A/${path}`], { token: secretaria, json })

  it('makes it needless when the duty is fulfilled, and needed again when that was no evidence', async () => {
    buzon.conducta = 'espera'
    await work()
    expect((await acto('cumplir', hecho)).status).toBe(200)
    buzon.conducta = 'acepta'
    await later({ seconds: 31 }, work)
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'innecesario']], 0])
    await acto('anular', { milestone: 'pleno', motivo: 'Era el acta de otro asunto.' })
    await later({ seconds: 31 }, work)
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'enviado']], 1])
  })

  it('is told as it stands when it leaves', async () => {
    buzon.conducta = 'espera'
    await work()
    await moveReloj(test_, '2030-04-30T07:00:00-07:00')
    buzon.conducta = 'acepta'
    await later({ seconds: 31 }, work)
    expect(buzon.recibidos.map(({ asunto }) => asunto)).toEqual(['Vence mañana: A Aprobación del Pleno'])
  })

  it('lets only the newer leave of two that wait for the same duty', async () => {
    buzon.conducta = 'rechaza'
    await sql(test_, `update captura.programa set contenido = jsonb_set(contenido, '{recordatorios,vigenciaHoras}', '90')`)
    const patient = await buildApp(test_.deps)
    const turn = () => patient.services.recordatorios.recordador.trabajar()
    await turn()
    await moveReloj(test_, '2030-05-01T09:00:00-07:00')
    buzon.conducta = 'acepta'
    await later({ seconds: 31 }, turn)
    await sql(test_, `update captura.programa set contenido = jsonb_set(contenido, '{recordatorios,vigenciaHoras}', '30')`)
    await patient.server.close()
    const deA = (await estatus()).filter(([clave]) => clave?.startsWith('recordatorio|A'))
    expect(deA).toEqual([
      ['recordatorio|A|pleno|0|2030-05-01', 'enviado'],
      [DE_A, 'innecesario'],
    ])
    expect(buzon.recibidos.map(({ asunto }) => asunto)).toContain('Vence hoy: A Aprobación del Pleno')
  })
})

describe('the clock', () => {
  it('sends nothing in quiet hours, not even what failed before, and all of it at their end', async () => {
    buzon.conducta = 'espera'
    await work()
    buzon.conducta = 'acepta'
    await moveReloj(test_, '2030-04-29T20:00:00-07:00')
    await later({ minutes: 60 }, work)
    await moveReloj(test_, '2030-04-30T06:29:00-07:00')
    await later({ minutes: 60 }, work)
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'pendiente']], 0])
    await moveReloj(test_, '2030-04-30T06:30:00-07:00')
    await later({ minutes: 60 }, work)
    expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'enviado']], 1])
  })

  it('that is moved by weeks brings only what is still worth while', async () => {
    await test_.tokenOf('comision')
    await moveReloj(test_, '2030-06-04T09:00:00-07:00')
    await work()
    // Overdue: A (1 May) and B of April (5 May), to both roles. B of May is due on 5 June. It is the day of the digest.
    expect(buzon.recibidos.map(({ asunto }) => asunto).sort()).toEqual([
      'Esta semana con el INE: 2 plazos vencidos y 1 plazo por vencer',
      'Vence mañana: B Remisión al INE',
      'Venció hace 30 días: B Remisión al INE',
      'Venció hace 30 días: B Remisión al INE',
      'Venció hace 34 días: A Aprobación del Pleno',
      'Venció hace 34 días: A Aprobación del Pleno',
    ])
    expect((await filas(test_)).every(({ estatus: each }) => each === 'enviado')).toBe(true)
  })

  it('that is moved back and forth sends nothing twice and loses nothing', async () => {
    await work()
    await moveReloj(test_, '2030-04-20T09:00:00-07:00')
    await work()
    await moveReloj(test_, LUNES)
    await work()
    expect(buzon.recibidos).toHaveLength(1)
  })
})

it('a job that is stopped ends with the message under way', async () => {
  const { services, server } = await buildApp(test_.deps)
  services.recordatorios.recordador.detener()
  await services.recordatorios.recordador.trabajar()
  await server.close()
  expect(await only()).toMatchObject({ estatus: 'pendiente', intentos: 0 })
  await work()
  expect([await estatus(), buzon.recibidos.length]).toEqual([[[DE_A, 'enviado']], 1])
})
