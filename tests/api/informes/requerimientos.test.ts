import { randomUUID } from 'node:crypto'
import {
  capturarTodo,
  Equipo,
  givenCapturada,
  observar,
  RESPUESTAS,
  validar,
  verSeccion,
  type Acuse,
  type Problem,
} from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { begin, filas, simpleDecode, startRecordatorios } from '../../support/actos/recordatorios.ts'
import { AT, cerrar } from '../../support/actos/revision.ts'
import { aceptarFormato, entregarFormato } from '../../support/actos/revocaciones.ts'
import type { TestApp } from '../../support/app.ts'
import { saveAgain } from '../../support/libreoffice.ts'
import { readPdf } from '../../support/pdf.ts'
import { givenCandidatura, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'

interface PorRequerir {
  id: string
  candidaturaId: string
  donde: string
  objeto: string
  supuestoTexto: string
  subsanable: boolean
  requerida: string | null
}

interface Abiertas {
  actores: { clave: string; abiertas: number; porRequerir: number; noSubsanables: number }[]
  elementos: PorRequerir[]
  venceEn: string
}

interface Requerimiento {
  id: string
  clave: string
  observaciones: number
  abiertas: number | null
  venceEn: string
  sha256: string
  notificacion: { medio: string; notificadoEl: string; recibe: string | null } | null
  acuse: { folio: string } | null
}

type Hecho = { requerimiento: Requerimiento; acuse: Acuse } & Problem

/** A Thursday: two working days are over on Monday. */
const AHORA = '2030-05-02T10:00:00-07:00'
const LUNES = '2030-05-07T06:59:59Z'

let test_: TestApp
let buzon: Buzon
let equipo: Equipo
let secretaria: string
let una: Given
let otra: Given
let ajena: Given

beforeAll(async () => {
  ;({ test: test_, buzon } = await startRecordatorios())
  await begin({ test: test_, buzon }, AHORA)
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  una = await givenCapturada(equipo, { actor: 'PRIO', nombre: 'Una' }, 'validada')
  otra = await givenCapturada(equipo, { actor: 'PRIO', nombre: 'Otra' }, 'validada')
  ajena = await givenCapturada(equipo, { actor: 'PFAR', contienda: 'legislatura-sur', nombre: 'Ajena' }, 'validada')
  await observar(equipo, una, { texto: `Sobra la frase: ${String(RESPUESTAS.curricular.compromiso.compromiso)}` })
  await observar(equipo, una, { objeto: 'fotografia', supuesto: 'foto_oscura', texto: 'El rostro no se ve.', seccion: 'oficio' })
  await observar(equipo, una, { supuesto: 'tarde', texto: 'Llegó de noche, tarde.' })
  await observar(equipo, otra, { cuestionario: 'identidad', seccion: 'islas', supuesto: 'ajeno', texto: 'CANARIO de identidad' })
  await observar(equipo, ajena)
})
afterAll(async () => {
  await test_.close()
  await buzon.close()
})

const abiertas = async (actor?: string, token = secretaria) =>
  (await send<Abiertas>(test_, ['GET', `/requerimientos/abiertas${actor ? `?actor=${actor}` : ''}`], { token })).body
const subsanables = async (actor: string) => (await abiertas(actor)).elementos.filter(({ subsanable }) => subsanable).map(({ id }) => id)
const pedidoDe = (actor: string, observaciones: string[]) => ({
  actor,
  observaciones,
  oficio: 'IEVC/SE/7/2030',
  lugar: 'Puerto Imaginario',
  firma: null,
})
const emitir = (json: object, clave: string = randomUUID(), token = secretaria): Promise<Answer<Hecho>> =>
  send<Hecho>(test_, ['POST', '/requerimientos'], { token, json, headers: { 'idempotency-key': clave } })
const notificar = (id: string, json: object): Promise<Answer<Hecho>> =>
  send<Hecho>(test_, ['POST', `/requerimientos/${id}/notificacion`], { token: secretaria, json })
const acusar = (id: string, token: string, clave: string = randomUUID()): Promise<Answer<Hecho>> =>
  send<Hecho>(test_, ['POST', `/requerimientos/${id}/acuse`], { token, headers: { 'idempotency-key': clave } })
const lista = async (token: string) =>
  (await send<{ elementos: Requerimiento[] }>(test_, ['GET', '/requerimientos'], { token })).body.elementos
const archivo = (id: string, formato: string, token = secretaria) => send(test_, ['GET', `/requerimientos/${id}/${formato}`], { token })
const POR_CORREO = { medio: 'correo', notificadoEl: null, recibe: null }

describe('what is open', () => {
  it('is counted by actor político, and told one by one without its text and without the section of an identity one', async () => {
    const all = await abiertas()
    expect(all.actores.map(({ clave, abiertas: n, porRequerir, noSubsanables }) => [clave, n, porRequerir, noSubsanables])).toEqual([
      ['PFAR', 1, 1, 0],
      ['PRIO', 4, 3, 1],
    ])
    expect([all.elementos, all.venceEn]).toEqual([[], LUNES])
    const { elementos } = await abiertas('PRIO')
    expect(elementos.map(({ donde, subsanable }) => [donde, subsanable])).toEqual(
      expect.arrayContaining([
        ['Fotografía', true],
        ['Cuestionario de identidad', true],
      ]),
    )
    expect(JSON.stringify(elementos)).not.toMatch(/CANARIO|Sobra la frase|\bislas?\b/i)
  })

  it('is for those who review and for the secretaría; the party reads nothing of it', async () => {
    for (const [token, status] of [
      [await equipo.verificacion(), 200],
      [await equipo.validacion(), 403],
      [await test_.tokenOf('comision'), 403],
    ] as const)
      expect((await send(test_, ['GET', '/requerimientos/abiertas'], { token })).status).toBe(status)
  })
})

describe('a requerimiento', () => {
  let id = ''
  let pdf: Buffer

  it.each<[string, () => Promise<object>, string]>([
    ['of nothing', async () => pedidoDe('PRIO', []), 'Elija al menos una observación.'],
    [
      'of two actores',
      async () => pedidoDe('PRIO', [...(await subsanables('PRIO')), ...(await subsanables('PFAR'))]),
      'Hay observaciones que no son de este actor político',
    ],
    [
      'of one that cannot be mended',
      async () =>
        pedidoDe(
          'PRIO',
          (await abiertas('PRIO')).elementos.map((each) => each.id),
        ),
      'no pueden subsanarse',
    ],
    ['of one that is not there', async () => pedidoDe('PRIO', [randomUUID()]), 'no son de este actor político'],
  ])('%s is refused', async (_title, pedido, razon) => {
    const { status, body } = await emitir(await pedido())
    expect([status, body.code]).toEqual([409, 'requerimiento.acto_no_permitido'])
    expect(body.detail).toContain(razon)
    expect(await lista(secretaria)).toEqual([])
  })

  it('is previewed by a reviewer as PDF and as DOCX, and kept nowhere', async () => {
    const json = pedidoDe('PRIO', await subsanables('PRIO'))
    for (const formato of ['pdf', 'docx']) {
      const token = await equipo.verificacion()
      const { status, bytes } = await send(test_, ['POST', `/requerimientos/abiertas/vista-previa/${formato}`], { token, json })
      expect([formato, status, bytes.subarray(0, 2).toString()]).toEqual([formato, 200, formato === 'pdf' ? '%P' : 'PK'])
    }
    expect(await lista(secretaria)).toEqual([])
  })

  it('is issued once for its key, with all that can be mended of one actor, and leaves out the rest', async () => {
    const [json, clave] = [pedidoDe('PRIO', await subsanables('PRIO')), randomUUID()]
    const first = await emitir(json, clave)
    expect([first.status, first.body.requerimiento]).toEqual([
      201,
      expect.objectContaining({ clave: 'OBS-0001', observaciones: 3, abiertas: 3, notificacion: null }),
    ])
    expect((await emitir(json, clave)).body).toEqual(first.body)
    expect((await emitir({ ...json, firma: 'Otra' }, clave)).body.code).toBe('idempotencia.contenido_distinto')
    expect(await lista(secretaria)).toHaveLength(1)
    id = first.body.requerimiento.id
    expect((await abiertas('PRIO')).elementos.filter(({ requerida }) => requerida === 'OBS-0001')).toHaveLength(3)
    expect((await abiertas()).actores[1]).toMatchObject({ porRequerir: 0, noSubsanables: 1 })
    expect((await emitir(json, randomUUID(), await equipo.verificacion())).status).toBe(403)
  })

  it('says to whom, why, what, how to mend it and until when, in the order of an oficio, and the same in Word', async () => {
    pdf = (await archivo(id, 'pdf')).bytes
    const text = readPdf.text(pdf)
    const parts = [
      ...[
        'Oficio IEVC/SE/7/2030',
        'Folio del sistema: OBS-0001',
        'Puerto Imaginario, a 2 de mayo de 2030',
        'Asunto: Se requiere atender 3 observaciones',
      ],
      ...['Presente', 'Con fundamento en el artículo 3 de la Ley del Valle', 'al corte de las 10:00 horas del 2 de mayo de 2030'],
      ...['Cómo se subsana', 'Escriba de nuevo la frase, con oraciones completas. Fundamento: Artículo 7 de la Ley del Valle.'],
      ...['Plazo: 2 días hábiles', 'Notificado el 2 de mayo de 2030, vence el 6 de mayo de 2030 a las 23:59:59 horas', '/consola'],
      ...['Atentamente', 'Acuse de recibo', 'Nombre de quien recibe'],
    ]
    const at = parts.map((part) => text.indexOf(part))
    expect(parts.filter((_, index) => (at[index] ?? -1) < 0)).toEqual([])
    expect(at).toEqual([...at].sort((a, b) => a - b))
    const word = saveAgain((await archivo(id, 'docx')).bytes, 'docx', 'txt:Text (encoded):UTF8')
      .toString()
      .replaceAll(/\s+/g, ' ')
    expect(parts.filter((part) => !word.includes(part))).toEqual([])
  })

  it('quotes no answer, no text of a reviewer, no identity section and no article that nobody confirmed', async () => {
    const text = readPdf.text(pdf)
    for (const unsaid of [
      /CANARIO/,
      /Sobra la frase/,
      /\bislas?\b/i,
      /Artículo 99/,
      /El registro queda como está/,
      /Llegó después/,
      /por confirmar/i,
      /Ajena/,
    ])
      expect(text).not.toMatch(unsaid)
    expect(text).toContain('Cuestionario de identidad')
    expect(text).toContain('No se entiende lo que dice')
  })

  it('is nothing to its actor político until it is notified, and never anything to another', async () => {
    expect(await lista(await equipo.validacion())).toEqual([])
    expect((await archivo(id, 'pdf', await equipo.validacion())).status).toBe(404)
    expect((await acusar(id, await equipo.validacion())).status).toBe(404)
  })

  it('cannot have been handed over before it was issued, nor tomorrow, nor to nobody', async () => {
    const mano = (notificadoEl: string | null, recibe: string | null) => notificar(id, { medio: 'mano', notificadoEl, recibe })
    expect((await mano('2030-05-01', 'Ana')).body.detail).toBe('No puede haberse entregado antes de emitirse.')
    expect((await mano('2030-05-03', 'Ana')).body.detail).toBe('El día de la entrega todavía no llega.')
    expect([(await mano('2030-05-02', null)).status, (await mano(null, 'Ana')).status]).toEqual([400, 400])
  })

  it('by mail needs somebody who validates, and tells each of them nothing but its folio and its end', async () => {
    await sql(test_, `update acceso.cuenta set estatus = 'desactivada' where rol = 'validacion'`)
    expect((await notificar(id, POR_CORREO)).body.detail).toContain('no tiene cuentas que validen')
    await sql(test_, `update acceso.cuenta set estatus = 'activa' where rol = 'validacion'`)
    const sent = await notificar(id, POR_CORREO)
    expect(sent.body.requerimiento).toMatchObject({ notificacion: { medio: 'correo', notificadoEl: '2030-05-02' }, venceEn: LUNES })
    await test_.services.recordatorios.recordador.trabajar()
    await test_.services.recordatorios.recordador.trabajar()
    const mails = buzon.recibidos.filter(({ asunto }) => asunto === 'Conóceles: requerimiento OBS-0001 por atender')
    const told = (await filas(test_)).filter(({ tipo }) => tipo === 'requerimiento')
    expect([mails.length, told.map(({ estatus }) => estatus)]).toEqual([told.length, told.map(() => 'enviado')])
    expect(mails.length).toBeGreaterThan(0)
    const text = simpleDecode(must(mails[0]).crudo)
    for (const part of ['3 observaciones', 'lunes 6 de mayo de 2030, 23:59', '/consola/requerimientos']) expect(text).toContain(part)
    expect(text).not.toMatch(/Una|Otra|CANARIO|islas/)
    expect((await notificar(id, POR_CORREO)).body.detail).toBe('Ya se notificó.')
  })

  it('is read, kept and acknowledged once by its actor político alone', async () => {
    const [propia, deOtro] = [await equipo.captura('PRIO'), await equipo.captura('PFAR')]
    expect((await lista(propia)).map(({ clave, abiertas: n }) => [clave, n])).toEqual([['OBS-0001', null]])
    expect((await archivo(id, 'pdf', propia)).bytes.equals(pdf)).toBe(true)
    expect(await lista(deOtro)).toEqual([])
    expect([(await archivo(id, 'pdf', deOtro)).status, (await acusar(id, deOtro)).status, (await acusar(id, secretaria)).status]).toEqual([
      404, 404, 403,
    ])
    const clave = randomUUID()
    const first = await acusar(id, propia, clave)
    expect(first.body.requerimiento.acuse?.folio).toBe(first.body.acuse.folio)
    expect((await acusar(id, propia, clave)).body).toEqual(first.body)
    expect((await acusar(id, propia)).body.detail).toBe('Ya se acusó de recibo.')
    expect(must((await lista(secretaria))[0]).acuse?.folio).toBe(first.body.acuse.folio)
  })

  it('is a duty: of the secretaría to notify it, and then of its actor político to acknowledge it', async () => {
    const duties = async (token: string) =>
      (await send<{ elementos: { clave: string; cuantas: number }[] }>(test_, ['GET', '/pendientes'], { token })).body.elementos
        .filter(({ clave }) => clave.endsWith('_requerimientos'))
        .map(({ clave, cuantas }) => [clave, cuantas])
    const [de] = (await abiertas('PRIO')).elementos.filter(({ subsanable }) => subsanable)
    const { body } = await emitir(pedidoDe('PRIO', [must(de).id]))
    expect([await duties(secretaria), await duties(await equipo.captura('PRIO'))]).toEqual([[['notificar_requerimientos', 1]], []])
    await notificar(body.requerimiento.id, { medio: 'mano', notificadoEl: '2030-05-02', recibe: 'Ana' })
    expect([await duties(secretaria), await duties(await equipo.captura('PRIO'))]).toEqual([[], [['acusar_requerimientos', 1]]])
    expect(await duties(await equipo.captura('PFAR'))).toEqual([])
    await acusar(body.requerimiento.id, await equipo.captura('PRIO'))
    expect(await duties(await equipo.captura('PRIO'))).toEqual([])
  })

  it('leaves its three acts in the bitácora, and nobody alters what they say', async () => {
    const rows = await sql<{ acto: string }>(test_, 'select acto from bitacora.acto where objeto_id = $1 order by n', [id])
    expect(rows.map(({ acto }) => acto)).toEqual(['requerimiento.emitido', 'requerimiento.notificado', 'requerimiento.acusado'])
    const instituto = await connectAs(test_, 'instituto')
    for (const statement of [
      `update captura.requerimiento set pdf = ''`,
      `delete from captura.requerimiento`,
      `update captura.requerimiento set vence = '2030-12-31'`,
    ])
      expect([statement, await attempt(instituto, { text: statement }, { rol: 'secretaria' })]).toEqual([statement, REFUSED])
    await instituto.end()
  })
})

describe('the term', () => {
  it('runs from the notification: a later one moves the end of what is still open, never backwards', async () => {
    const [de] = (await abiertas('PFAR')).elementos
    const { body } = await emitir(pedidoDe('PFAR', [must(de).id]))
    await moveReloj(test_, '2030-05-06T10:00:00-07:00')
    const { body: hecho } = await notificar(body.requerimiento.id, {
      medio: 'mano',
      notificadoEl: '2030-05-06',
      recibe: ' Ana Representante ',
    })
    expect(hecho.requerimiento).toMatchObject({ venceEn: '2030-05-09T06:59:59Z', notificacion: { recibe: 'Ana Representante' } })
    const { observaciones } = await verSeccion(equipo, ajena, AT)
    expect(observaciones.map(({ venceEn }) => venceEn)).toEqual(['2030-05-09T06:59:59Z'])
    await cerrar(equipo, { of: ajena, token: await equipo.otraVerificacion(), desenlace: 'retirada' })
    expect((await lista(secretaria)).map(({ clave, abiertas: n }) => [clave, n])).toEqual([
      ['OBS-0003', 0],
      ['OBS-0002', 1],
      ['OBS-0001', 3],
    ])
  })
})

describe('thirty observaciones of one actor', () => {
  it('are one letter in less than a minute', async () => {
    for (let each = 0; each < 15; each += 1) {
      const of = await givenCapturada(equipo, { actor: 'PRIO', nombre: `Número ${each}` }, 'validada')
      await observar(equipo, of)
      await observar(equipo, of, { seccion: 'oficio', supuesto: 'ajeno', texto: 'Habla de otra persona.' })
    }
    const begun = Date.now()
    const { elementos } = await abiertas('PRIO')
    const pedido = pedidoDe(
      'PRIO',
      elementos.filter(({ subsanable, requerida }) => subsanable && requerida === null).map((each) => each.id),
    )
    const { body } = await emitir(pedido)
    const { bytes } = await archivo(body.requerimiento.id, 'pdf')
    expect(Date.now() - begun).toBeLessThan(60_000)
    expect([body.requerimiento.observaciones, readPdf.text(bytes).match(/Escriba de nuevo la frase/g)?.length]).toEqual([30, 15])
  })
})

describe('a consent form that was refused', () => {
  let firmada: Given

  beforeAll(async () => {
    firmada = await givenCandidatura(test_, { actor: 'PFAR', contienda: 'legislatura-sur', nombre: 'Firmada' })
    await entregarFormato(equipo, firmada, { firmadoEl: '2030-05-01' })
    await capturarTodo(equipo, firmada)
    await validar(equipo, firmada)
    await aceptarFormato(equipo, firmada, false)
  })

  const formatos = async () => (await abiertas('PFAR')).elementos.filter(({ candidaturaId }) => candidaturaId === firmada.id)

  it('is asked for in the letter beside the observaciones, by its ground and how to mend it, and no choice of hers', async () => {
    expect(await formatos()).toMatchObject([
      {
        donde: 'Formato de consentimiento',
        objeto: 'consentimiento',
        supuestoTexto: 'El formato no se lee',
        subsanable: true,
        requerida: null,
      },
    ])
    const chosen = await subsanables('PFAR')
    const { status, body } = await emitir(pedidoDe('PFAR', chosen))
    expect([status, body.requerimiento]).toEqual([201, expect.objectContaining({ observaciones: chosen.length, abiertas: chosen.length })])
    const text = readPdf.text((await archivo(body.requerimiento.id, 'pdf')).bytes)
    for (const said of [
      'Formato de consentimiento',
      'El formato no se lee',
      'Entregue de nuevo el formato, completo.',
      'Artículo 8 de la Ley del Valle',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('La firma no se distingue')
    expect((await formatos())[0]?.requerida).toBe(body.requerimiento.clave)
    expect((await notificar(body.requerimiento.id, POR_CORREO)).status).toBe(200)
  })

  it('is open no more once another form is handed in', async () => {
    expect((await entregarFormato(equipo, firmada, { firmadoEl: '2030-05-01' })).status).toBe(200)
    expect(await formatos()).toEqual([])
  })
})
