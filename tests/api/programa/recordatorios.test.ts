import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleDecode } from '../../support/actos/recordatorios.ts'
import { bitacoraOf } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { begin, filas, startRecordatorios } from '../../support/actos/recordatorios.ts'

const LUNES = '2030-04-29T09:00:00-07:00'
const PLACE = '/actividades/A/enteradas'

interface Panorama {
  correo: string
  enEspera: number
  conFalla: number
  proximos: { rol: string; asunto: string; desde: string }[]
  reglas: { confianza: string }
}

interface Lista {
  elementos: { id: string; rol: string; estatus: string; asunto: string; texto: string; nombre: string }[]
}

interface Enteradas {
  elementos: { rol: string; milestone: string; vence: string; folio: string }[]
  puede: string[]
}

describe('the console of the reminders', () => {
  let test_: TestApp
  let buzon: Buzon
  const tokens: Record<string, string> = {}

  beforeAll(async () => {
    ;({ test: test_, buzon } = await startRecordatorios())
    for (const rol of ['secretaria', 'comision', 'administracion', 'auditoria'] as const) tokens[rol] = await test_.tokenOf(rol)
  })
  beforeEach(() => begin({ test: test_, buzon }, LUNES))
  afterAll(async () => {
    await test_.close()
    await buzon.close()
  })

  const work = () => test_.services.recordatorios.recordador.trabajar()
  const get = async <T>(path: string, rol = 'secretaria') => must((await send<T>(test_, ['GET', path], { token: tokens[rol] })).body)
  const post = <T>(path: string, json: object = {}, rol = 'secretaria') => send<T>(test_, ['POST', path], { token: tokens[rol], json })
  const put = <T>(path: string, json: object, rol = 'secretaria') => send<T>(test_, ['PUT', path], { token: tokens[rol], json })
  const all = { recordatorio: true, resumen: true, escalamiento: true }

  it('shows to each role what is hers to see: all of it, or what went to her account', async () => {
    await moveReloj(test_, '2030-05-03T09:00:00-07:00')
    await work()
    const seen = async (rol: string) => (await get<Lista>('/recordatorios', rol)).elementos.map((each) => each.rol).sort()
    expect(await seen('secretaria')).toEqual(['comision', 'secretaria', 'secretaria'])
    expect(await seen('auditoria')).toEqual(await seen('secretaria'))
    expect(await seen('comision')).toEqual(['comision'])
    const [own] = (await get<Lista>('/recordatorios', 'comision')).elementos
    expect(own).toMatchObject({
      estatus: 'enviado',
      asunto: 'Venció hace 2 días: A Aprobación del Pleno',
      nombre: 'Cuenta comision',
    })
    expect((await get<Lista>('/recordatorios?estatus=pendiente')).elementos).toEqual([])
    const despues = must((await get<Lista>('/recordatorios')).elementos[0]).id
    expect((await get<Lista>(`/recordatorios?despues=${despues}`)).elementos).toHaveLength(2)
  })

  it('foresees the next seven days, and what it foresaw is what leaves', async () => {
    const { proximos, correo, reglas } = await get<Panorama>('/recordatorios/panorama')
    expect([correo, reglas.confianza]).toEqual(['smtp', 'alta'])
    expect(proximos.map(({ rol, asunto, desde }) => [desde, rol, asunto].join(' ')).sort()).toEqual([
      '2030-04-30T15:00:00Z secretaria Esta semana con el INE: 0 plazos vencidos y 2 plazos por vencer',
      '2030-04-30T15:30:00Z secretaria Vence en 5 días: B Remisión al INE',
      '2030-05-01T15:30:00Z secretaria Vence hoy: A Aprobación del Pleno',
      '2030-05-03T15:30:00Z comision Venció hace 2 días: A Aprobación del Pleno',
      '2030-05-03T15:30:00Z secretaria Vence en 2 días: B Remisión al INE',
      '2030-05-03T15:30:00Z secretaria Venció hace 2 días: A Aprobación del Pleno',
      '2030-05-05T15:30:00Z secretaria Vence hoy: B Remisión al INE',
    ])
    expect((await get<Panorama>('/recordatorios/panorama', 'comision')).proximos.map(({ rol }) => rol)).toEqual(['comision'])
    await work()
    for (const { desde } of proximos) {
      await moveReloj(test_, desde)
      await work()
    }
    const now = 'Vence en 2 días: A Aprobación del Pleno'
    expect(buzon.recibidos.map(({ asunto }) => asunto).sort()).toEqual([now, ...proximos.map(({ asunto }) => asunto)].sort())
  })

  it('lets each account choose what it receives, save the secretaría and what is overdue', async () => {
    expect(await get('/recordatorios/preferencias')).toEqual(all)
    expect((await put('/recordatorios/preferencias', { ...all, escalamiento: false })).status).toBe(409)
    expect((await put('/recordatorios/preferencias', { ...all, recordatorio: false })).body).toEqual({ ...all, recordatorio: false })
    expect((await put('/recordatorios/preferencias', { ...all, escalamiento: false }, 'comision')).status).toBe(200)
    await work()
    expect(await filas(test_)).toEqual([])
    await moveReloj(test_, '2030-05-03T09:00:00-07:00')
    await work()
    expect((await filas(test_)).map(({ tipo, rol }) => [tipo, rol])).toEqual([['escalamiento', 'secretaria']])
    expect((await put('/recordatorios/preferencias', { recordatorio: true })).status).toBe(400)
    expect((await bitacoraOf(test_, 'recordatorio.preferencias')).at(-1)?.detalle).toEqual({ apagados: ['escalamiento'] })
  })

  it('keeps who said that she knows of a duty, with an acuse and in the bitácora, and then reminds her no more until it is overdue', async () => {
    expect(await get<Enteradas>(PLACE)).toEqual({ elementos: [], puede: ['pleno'] })
    const [one, other] = await Promise.all([
      post<{ acuse: { folio: string } }>(PLACE, { milestone: 'pleno' }),
      post(PLACE, { milestone: 'pleno' }),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    await work()
    expect(await filas(test_)).toEqual([])
    const { elementos, puede } = await get<Enteradas>(PLACE, 'auditoria')
    expect(elementos).toEqual([
      expect.objectContaining({
        rol: 'secretaria',
        milestone: 'pleno',
        vence: '2030-05-01',
        folio: expect.stringMatching(/^[0-9A-Z]{5}-/),
      }),
    ])
    expect(puede).toEqual([])
    expect((await bitacoraOf(test_, 'actividad.enterada')).filter(({ objeto }) => objeto?.id === 'A')).toHaveLength(1)
    await moveReloj(test_, '2030-05-03T09:00:00-07:00')
    await work()
    expect((await filas(test_)).map(({ tipo, rol, entregable }) => [tipo, rol, entregable])).toContainEqual([
      'escalamiento',
      'secretaria',
      'A',
    ])
  })

  it('takes it from nobody who does not answer for the duty, nor of what is overdue, done or no part of the programme', async () => {
    const why = async (path: string, json: object, rol?: string) => {
      const { status, body } = await post<{ detail?: string }>(path, json, rol)
      return [status, body.detail ?? '']
    }
    expect(await why(PLACE, { milestone: 'pleno' }, 'comision')).toEqual([409, expect.stringContaining('no responde por este plazo')])
    expect(await why(PLACE, { milestone: 'comite' })).toEqual([404, ''])
    expect(await why('/actividades/Z/enteradas', { milestone: 'pleno' })).toEqual([404, ''])
    await moveReloj(test_, '2030-05-02T09:00:00-07:00')
    expect(await why(PLACE, { milestone: 'pleno' })).toEqual([409, expect.stringContaining('Ya venció')])
    const hecho = { milestone: 'pleno', aplica: true, ocurridoEn: '2030-05-01T12:00:00-07:00', referencia: 'VC/ACU/7' }
    await post('/actividades/A/cumplir', hecho)
    expect(await why(PLACE, { milestone: 'pleno' })).toEqual([409, expect.stringContaining('No está pendiente')])
  })

  it('tries again by hand what waits or was given up, as long as it is owed', async () => {
    buzon.conducta = 'rechaza'
    await work()
    await moveReloj(test_, '2030-04-30T14:31:00-07:00')
    await work()
    const given = must((await get<Lista>('/recordatorios?estatus=caducado')).elementos[0])
    expect(await get<Panorama>('/recordatorios/panorama')).toMatchObject({ conFalla: expect.any(Number) })
    const hoy = await get<{ elementos: { clave: string; enlace: string }[] }>('/pendientes')
    expect(hoy.elementos.map(({ clave, enlace }) => [clave, enlace])).toContainEqual(['recordatorios_con_falla', '/recordatorios'])
    buzon.conducta = 'acepta'
    expect((await post(`/recordatorios/${given.id}/reintentar`, {}, 'auditoria')).status).toBe(403)
    expect((await post(`/recordatorios/${given.id}/reintentar`, {}, 'administracion')).body).toMatchObject({ estatus: 'pendiente' })
    await work()
    expect(buzon.recibidos.map(({ asunto }) => asunto)).toContain('Vence mañana: A Aprobación del Pleno')
    const again = await post<{ detail: string }>(`/recordatorios/${given.id}/reintentar`)
    expect([again.status, again.body.detail]).toEqual([409, 'Ya se envió.'])
  })

  it('sends a mail of proof to the account that asks and to nobody else', async () => {
    const { body } = await post<{ correo: string }>('/recordatorios/prueba', {}, 'auditoria')
    expect(buzon.recibidos.map(({ para, asunto }) => [para, asunto])).toEqual([[body.correo, 'Correo de prueba de Conóceles']])
    buzon.conducta = 'rechaza'
    expect((await post('/recordatorios/prueba', {}, 'auditoria')).body).toMatchObject({ status: 503, code: 'acceso.correo_no_disponible' })
  })

  it('writes a message that says what is owed, until when and by whom, with no line nor header that a title could add', async () => {
    await sql(
      test_,
      `insert into captura.evento (id, proceso_id, tipo, actividades, fecha, ocurrido_en, titulo) values (gen_random_uuid(), $1, 'acuerdo_candidaturas', '{C}', '2030-04-28', now(), $2)`,
      [test_.loaded.procesoId, 'Acuerdo\r\nBcc: otra@prueba.example\r\n\r\n<script>alert(1)</script>'],
    )
    await work()
    await sql(test_, 'delete from captura.evento')
    const ofC = must(buzon.recibidos.find(({ asunto }) => asunto === 'Vence hoy: C Remisión al INE'))
    const crudo = simpleDecode(ofC.crudo)
    expect(ofC.crudo.split(/\r?\n\r?\n/)[0]).not.toMatch(/^Bcc/im)
    expect(crudo).not.toMatch(/^Bcc/im)
    expect(crudo.slice(crudo.indexOf('<html'))).not.toContain('<script>')
    expect(crudo).toContain('Vence: lunes 29 de abril de 2030, 23:59:59 (vence hoy)')
    expect(crudo).toContain('Cómo va: Por vencer')
    expect(crudo).toMatch(/\/consola\/actividades\/C~[0-9a-f-]{36}#remision/)
    expect(crudo).toContain('<html lang="es">')
  })
})

describe('without a mail server', () => {
  it('a real proceso says so where it matters, loses nothing, and sends what is still worth while once there is one', async () => {
    const { test: test_, buzon } = await startRecordatorios({
      correo: { url: null, remitente: 'conoceles@prueba.example' },
      modo: 'produccion',
    })
    try {
      const token = await test_.tokenOf('administracion')
      await test_.tokenOf('secretaria')
      await begin({ test: test_, buzon }, LUNES)
      await test_.services.recordatorios.recordador.trabajar()
      expect(await filas(test_)).toEqual([expect.objectContaining({ estatus: 'pendiente', intentos: 0, falla: null })])
      const { body } = await send<Panorama>(test_, ['GET', '/recordatorios/panorama'], { token })
      expect([body.correo, body.enEspera]).toEqual(['ninguna', 1])
      const hoy = await send<{ elementos: { texto: string }[] }>(test_, ['GET', '/pendientes'], { token })
      expect(hoy.body.elementos.map(({ texto }) => texto)).toEqual(['Configurar el servidor de correo: 1 recordatorio espera'])
      expect((await send(test_, ['POST', '/recordatorios/prueba'], { token, json: {} })).body).toMatchObject({
        code: 'acceso.correo_no_disponible',
      })
      await moveReloj(test_, '2030-05-03T20:01:00-07:00')
      await test_.services.recordatorios.recordador.trabajar()
      expect(await filas(test_)).toEqual([
        expect.objectContaining({ estatus: 'caducado', falla: 'No había servidor de correo configurado.' }),
      ])
    } finally {
      await test_.close()
      await buzon.close()
    }
  })

  it('a simulacro leaves each message as a file, once', async () => {
    const { test: test_, buzon } = await startRecordatorios({ correo: { url: null, remitente: 'conoceles@localhost' } })
    try {
      await test_.tokenOf('secretaria')
      await begin({ test: test_, buzon }, LUNES)
      for (let turn = 0; turn < 2; turn += 1) await test_.services.recordatorios.recordador.trabajar()
      const folder = join(test_.deps.config.datos, 'correo')
      const names = readdirSync(folder)
      expect(names).toEqual([expect.stringMatching(/^recordatorio-[0-9a-f]{32}\.eml$/)])
      expect(readFileSync(join(folder, must(names[0])), 'utf8')).toMatch(/^Subject: .*Simulacro.*Vence_en_2/m)
    } finally {
      await test_.close()
      await buzon.close()
    }
  })
})
