import type { DerechosPack } from '@conoceles/domain'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada, guardar, RESPUESTAS, verSeccion, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { readPdf } from '../../support/pdf.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

interface Solicitud {
  id: string
  folio: string
  estatus: string
  version: number
  plazo: { clave: string; vence: string } | null
  fuera: boolean
  hechos: { acto: string; efectos: string[] }[]
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
  revocables: string[]
  correcciones: { n: number; que: string }[]
  pideBloqueo: boolean
  bloqueaHasta: string | null
  campos: { clave: string; titulo: string }[]
  previsto: { surte: string } | null
}
type Hecha = { solicitud: Solicitud; acuse: Acuse } & Problem
interface Consentimientos {
  actual: { tratamiento: boolean; publicacion: boolean; estadistica: boolean; motivo: string | null; conDocumento: boolean }
  revocables: string[]
}

const PDF = '%PDF-1.7\nCANARIO-credencial-7712\n%%EOF'
let test_: TestApp
let equipo: Equipo
let una: string
let otra: string

beforeAll(() => start(0))
afterAll(() => test_.close())

const hoy = () => test_.deps.clock.today().toString()
const ask = <T = Hecha>(method: 'GET' | 'POST', path: string, json?: object, token = una) =>
  send<T>(test_, [method, `/derechos${path}`], { token, ...(json ? { json } : {}) })
const actuar = ({ id, version }: Pick<Solicitud, 'id' | 'version'>, json: object, token = una) =>
  ask('POST', `/${id}/actos`, { version, texto: 'Así se hizo y consta en el expediente.', ...json }, token)
const leer = async ({ id }: Pick<Solicitud, 'id'>) => (await ask<Solicitud>('GET', `/${id}`)).body
const consentimientos = async (of: Given, token = una) =>
  (await send<Consentimientos>(test_, ['GET', `/candidaturas/${of.id}/consentimiento`], { token })).body

/** Received, of a persona who proved her identity. */
async function recibida(derecho: string, of: Given): Promise<Solicitud> {
  const body = { candidaturaId: of.id, derecho, recibida: hoy(), descripcion: 'Pido lo que corresponde sobre todos mis datos.' }
  const { id } = (await ask('POST', '', body)).body.solicitud
  const form = { file: { field: 'archivo', name: 'ine.pdf', content: PDF } }
  return (await send<Hecha>(test_, ['POST', `/derechos/${id}/identidad`], { token: una, form })).body.solicitud
}

/** From received to the answer that it proceeds; `how` says how an oposición takes effect. */
async function procedente(derecho: string, of: Given, how: object = {}): Promise<Solicitud> {
  return hecho(await actuar(await recibida(derecho, of), { acto: 'responder', sentido: 'procedente', ...how }))
}

function hecho({ status, body }: { status: number; body: Hecha }): Solicitud {
  expect([status, body.detail]).toEqual([200, undefined])
  return body.solicitud
}

/** A proceso whose law asks for so many working days of block; null: for a block without a number of days. */
async function start(dias: number | null): Promise<void> {
  const [aviso, ...avisos] = packFicticio.avisosPrivacidad
  const integral = `${must(aviso).integral}\n\n## A quién se transfieren\n\nA la autoridad del Valle, en sus informes.`
  const [parte] = packFicticio.reglasAviso.partes
  const transferencias = { ...must(parte), clave: 'transferencias', avisos: ['integral' as const], titulos: ['transfiere'] }
  const dicen = {
    avisosPrivacidad: [{ ...must(aviso), integral }, ...avisos],
    reglasAviso: { ...packFicticio.reglasAviso, partes: [must(parte), transferencias] },
  }
  const bloquear = { ...packFicticio.derechos.bloquear, dias } as DerechosPack['bloquear']
  test_ = await startTestApp({ pack: { ...packFicticio, ...dicen, derechos: { ...packFicticio.derechos, ...(bloquear && { bloquear }) } } })
  equipo = new Equipo(test_)
  una = await test_.tokenOf('transparencia')
  otra = await test_.tokenOf('transparencia')
}

/** Writes a day of a recorded act, as if time had passed. */
const cambiar = ({ id }: Pick<Solicitud, 'id'>, path: string, dia: string) =>
  sql(test_, `update captura.solicitud_derecho set hechos = jsonb_set(hechos, $2::text[], to_jsonb($3::text)) where id = $1`, [
    id,
    path,
    dia,
  ])

/** Lines of what is to be done today on a request, for both people of the Unidad. */
const toca = ({ id }: Pick<Solicitud, 'id'>) =>
  Promise.all(
    [una, otra].map(async (token) =>
      (await send<{ elementos: { clave: string; texto: string }[] }>(test_, ['GET', '/pendientes'], { token })).body.elementos
        .filter(({ clave }) => clave === `derecho-${id}`)
        .map(({ texto }) => texto),
    ),
  )

async function restart(dias: number | null): Promise<void> {
  await test_.close()
  await start(dias)
}

describe('an oposición that is made effective', () => {
  let of: Given
  let solicitud: Solicitud

  beforeAll(async () => {
    of = await givenCapturada(equipo, { consentimiento: { publicacion: true } })
    solicitud = await recibida('oposicion', of)
  })
  const granted = { acto: 'responder', sentido: 'procedente' }

  it('is not granted before its answer says how it takes effect', async () => {
    expect(solicitud.revocables).toEqual(['tratamiento', 'publicacion', 'estadistica'])
    const errors = async (how: object) => (await actuar(solicitud, { ...granted, ...how })).body.errors
    expect(await errors({})).toEqual([{ field: 'surte', reasons: ['Diga cómo surte efecto.'] }])
    expect(await errors({ surte: 'consentimiento' })).toEqual([{ field: 'retira', reasons: ['Elija qué deja de autorizar la persona.'] }])
    expect(await errors({ surte: 'dato' })).toEqual([{ field: 'campos', reasons: ['Elija qué deja de mostrarse en público.'] }])
    expect((await leer(solicitud)).estatus).toBe('en_tramite')
  })

  it('withdraws what its answer announced, on every screen, and says so in its history', async () => {
    const granting = hecho(await actuar(solicitud, { ...granted, surte: 'consentimiento', retira: ['estadistica'] }))
    expect(granting.hechos.at(-1)?.efectos).toEqual([
      'Surte efecto al retirar su autorización para que sus respuestas cuenten en las estadísticas.',
    ])
    const done = hecho(await actuar(granting, { acto: 'hacer_efectivo' }))
    expect([done.estatus, done.hechos.at(-1)?.efectos]).toEqual([
      'efectiva',
      ['Se retiró su autorización para que sus respuestas cuenten en las estadísticas.'],
    ])
    const { actual, revocables } = await consentimientos(of, await equipo.candidata(of))
    expect(actual).toMatchObject({
      ...{ tratamiento: true, publicacion: true, estadistica: false },
      ...{ motivo: solicitud.folio, conDocumento: false },
    })
    expect(revocables).toEqual(['tratamiento', 'publicacion'])
    expect((await verSeccion(equipo, of, 'identidad/islas')).respuestas).toEqual(RESPUESTAS.identidad.islas)
  })

  it('withdraws one choice of several, and names what goes with it', async () => {
    const ella = await givenCapturada(equipo, { consentimiento: { publicacion: true } })
    const grupos = hecho(await actuar(await recibida('oposicion', ella), { ...granted, surte: 'consentimiento', retira: ['publicacion'] }))
    expect(hecho(await actuar(grupos, { acto: 'hacer_efectivo' })).hechos.at(-1)?.efectos).toEqual([
      'Se retiró su autorización para que se publique a qué grupo pertenece.',
      'Dejan de mostrarse los distintivos de todos los grupos que autorizó: la autorización es una sola.',
    ])
    expect((await consentimientos(ella)).actual).toMatchObject({ tratamiento: true, publicacion: false, estadistica: true })
    const todo = hecho(await actuar(await recibida('oposicion', ella), { ...granted, surte: 'consentimiento', retira: ['tratamiento'] }))
    const nombra = 'que el Instituto trate sus respuestas de identidad y que sus respuestas cuenten en las estadísticas.'
    expect(todo.hechos.at(-1)?.efectos[0]).toBe(`Surte efecto al retirar su autorización para ${nombra}`)
    expect(hecho(await actuar(todo, { acto: 'hacer_efectivo' })).hechos.at(-1)?.efectos[0]).toBe(`Se retiró su autorización para ${nombra}`)
    expect((await consentimientos(ella)).revocables).toEqual([])
  })

  it('withdraws nothing where she authorises nothing: it has another effect, or it is not granted', async () => {
    const nadie = await givenCapturada(equipo)
    const token = await equipo.candidata(nadie)
    const json = { avisoId: must(test_.loaded.aviso).id, tratamiento: false, publicacion: false, estadistica: false }
    expect((await send(test_, ['PUT', `/candidaturas/${nadie.id}/consentimiento`], { token, json })).status).toBe(200)
    const refused = await actuar(await recibida('oposicion', nadie), { ...granted, surte: 'consentimiento', retira: ['estadistica'] })
    expect(refused.body.errors).toEqual([
      { field: 'surte', reasons: ['La persona no autoriza nada hoy: elija otra forma en que surte efecto.'] },
    ])
  })
})

describe('an oposición to something that is no consent', () => {
  const bloqueos = (folio: string) =>
    sql<{ clave: string; estatus: string }>(test_, `select clave, estatus from captura.bloqueo where orden = $1 order by propuesto_en`, [
      folio,
    ])

  it('hides the datum in public, as two people decide, and no consent is withdrawn', async () => {
    const of = await givenCapturada(equipo, { consentimiento: { publicacion: true } })
    const pedida = await recibida('oposicion', of)
    const [{ clave, titulo }, other] = [must(pedida.campos[0]), must(pedida.campos[1])]
    const solicitud = hecho(await actuar(pedida, { acto: 'responder', sentido: 'procedente', surte: 'dato', campos: [other.clave] }))
    expect((await actuar(solicitud, { acto: 'hacer_efectivo' })).body.detail).toBe(
      'Falta que una persona la proponga; otra la hace efectiva.',
    )
    const wrong = hecho(await actuar(solicitud, { acto: 'proponer_efectivo', surte: 'dato', campos: [other.clave] }))
    const propuesta = hecho(await actuar(wrong, { acto: 'proponer_efectivo', surte: 'dato', campos: [clave] }))
    expect((await actuar(propuesta, { acto: 'hacer_efectivo' })).body.detail).toBe(
      'La hace efectiva una persona distinta de quien la propuso.',
    )
    expect(await bloqueos(propuesta.folio)).toEqual([
      { clave: other.clave, estatus: 'rechazado' },
      { clave, estatus: 'propuesto' },
    ])
    const done = hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra))
    expect([done.estatus, done.hechos.at(-1)?.efectos]).toEqual([
      'efectiva',
      [`Dejó de mostrarse en público: ${titulo}.`, expect.stringMatching(/^Lo confirmó /)],
    ])
    expect((await bloqueos(propuesta.folio)).at(-1)).toEqual({ clave, estatus: 'vigente' })
    expect((await consentimientos(of)).revocables).toEqual(['tratamiento', 'publicacion', 'estadistica'])
  })

  it('is done outside the system, in words that a second person confirms', async () => {
    const of = await givenCapturada(equipo)
    const solicitud = await procedente('oposicion', of, { surte: 'fuera' })
    const propuesta = hecho(await actuar(solicitud, { acto: 'proponer_efectivo', surte: 'fuera' }))
    const done = hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra))
    expect([done.estatus, done.hechos.at(-1)?.efectos]).toEqual([
      'efectiva',
      ['Se hizo fuera de este sistema, como dice el acto; lo confirmó una segunda persona.', expect.stringMatching(/^Lo confirmó /)],
    ])
  })

  it('has a way out where it was granted before answers announced their effect', async () => {
    const of = await givenCapturada(equipo)
    const solicitud = await procedente('oposicion', of, { surte: 'fuera' })
    await sql(test_, `update captura.solicitud_derecho set hechos = jsonb_set(hechos, '{0}', (hechos -> 0) - 'efecto') where id = $1`, [
      solicitud.id,
    ])
    expect((await leer(solicitud)).previsto).toBeNull()
    const propuesta = hecho(await actuar(solicitud, { acto: 'proponer_efectivo', surte: 'fuera' }))
    expect(hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra)).estatus).toBe('efectiva')
  })
})

describe('a rectificación that is made effective', () => {
  it('names the correction that happened; without one it is refused', async () => {
    const of = await givenCapturada(equipo)
    const ajena = await givenCapturada(equipo)
    const [ajeno] = await sql<{ n: number }>(test_, 'select n::int as n from bitacora.acto where objeto_id = $1 order by n desc limit 1', [
      ajena.id,
    ])
    const solicitud = await procedente('rectificacion', of)
    const none = await actuar(solicitud, { acto: 'hacer_efectivo' })
    expect([none.status, none.body.errors]).toEqual([400, [{ field: 'correccion', reasons: ['Elija la corrección que se hizo.'] }]])
    expect((await actuar(solicitud, { acto: 'hacer_efectivo', correccion: must(ajeno).n })).status).toBe(400)
    const { version, respuestas } = await verSeccion(equipo, of, 'curricular/compromiso')
    await guardar(equipo, { of, at: 'curricular/compromiso' }, { version, respuestas })
    const [correccion] = (await leer(solicitud)).correcciones
    const done = hecho(await actuar(solicitud, { acto: 'hacer_efectivo', correccion: must(correccion).n }))
    expect([done.estatus, done.hechos.at(-1)?.efectos]).toEqual([
      'efectiva',
      [
        expect.stringMatching(
          /^La corrección se hizo el \S+ \d+ de \S+ de 2030, .* horas: se guardó de nuevo una sección de su cuestionario\.$/,
        ),
      ],
    ])
  })
})

describe('a rectificación of something outside the system', () => {
  it('is told in words by one person and confirmed by another', async () => {
    const granted = await procedente('rectificacion', await givenCandidatura(test_))
    expect((await actuar(granted, { acto: 'proponer_efectivo' })).body.errors).toEqual([
      { field: 'dato', reasons: ['Diga qué dato se pidió corregir.'] },
    ])
    const propuesta = hecho(await actuar(granted, { acto: 'proponer_efectivo', dato: 'segundo apellido' }))
    expect([propuesta.fuera, propuesta.hechos.at(-1)?.efectos.at(-1)]).toEqual([false, expect.stringMatching(/^Lo propuso .+, .+\.$/)])
    expect((await actuar(propuesta, { acto: 'hacer_efectivo' })).status).toBe(409)
    const { body } = await actuar(propuesta, { acto: 'hacer_efectivo' }, otra)
    expect([body.acuse.acto, body.solicitud.fuera, body.solicitud.hechos.at(-1)]).toEqual([
      'derecho.hecha_fuera',
      true,
      expect.objectContaining({
        fuera: true,
        efectos: [
          'Se hizo fuera de este sistema, como dice el acto; lo confirmó una segunda persona.',
          'El dato sigue igual en el sistema: segundo apellido.',
          expect.stringMatching(/^Lo confirmó .+, .+\.$/),
        ],
      }),
    ])
    const lista = (await ask('GET', '/archivo?formato=csv')).bytes.toString()
    const renglon = lista.split('\n').find((line) => line.includes(propuesta.folio)) ?? ''
    expect([renglon.includes('Se hizo fuera del sistema'), renglon.includes('Se hizo efectiva')]).toEqual([true, false])
  })
})

describe('costs', () => {
  it('are told as an amount in pesos', async () => {
    const solicitud = await recibida('acceso', await givenCapturada(equipo))
    const wrong = await actuar(solicitud, { acto: 'informar_costos', monto: 'ciento' })
    expect(wrong.body.errors).toEqual([{ field: 'monto', reasons: ['Escriba cuánto, en pesos: por ejemplo 120 o 120.50.'] }])
    const told = hecho(await actuar(solicitud, { acto: 'informar_costos', monto: '120' }))
    expect(told.hechos.at(-1)?.efectos).toEqual(['Costo: $120.00 MXN.'])
  })
})

describe('an acceso that is made effective', () => {
  it('was gathered to be handed over; without that it is refused', async () => {
    const solicitud = await procedente('acceso', await givenCapturada(equipo))
    const early = await actuar(solicitud, { acto: 'hacer_efectivo' })
    expect([early.status, early.body.detail]).toEqual([409, 'Descargue antes los datos que se entregan: todavía no se han reunido.'])
    const archivos = await unzip((await ask('GET', `/${solicitud.id}/datos`)).bytes)
    const text = readPdf.text(must(archivos.get('datos.pdf'))).replaceAll(/\s+/g, ' ')
    for (const said of [/Cargo: \S+/, /Quién la postula: \S+/, /Acuerdo que la aprobó: \S+/, /Elección consecutiva: (Sí|No)/])
      expect(text).toMatch(said)
    expect(text).toContain('Sobre a quién se transfieren, el aviso dice: A la autoridad del Valle, en sus informes.')
    const done = hecho(await actuar(solicitud, { acto: 'hacer_efectivo' }))
    expect(done.hechos.at(-1)?.efectos).toEqual([expect.stringMatching(/^Sus datos se reunieron para entregárselos el /)])
  })
})

describe('a cancelación', () => {
  it('takes two people, and waits for an acceso that was granted', async () => {
    const of = await givenCapturada(equipo)
    const acceso = await procedente('acceso', of)
    const solicitud = await procedente('cancelacion', of)
    const espera = `Antes entregue el acceso ${acceso.folio}, que ya procedió, o ciérrelo con su propio acto.`
    expect((await actuar(solicitud, { acto: 'proponer_efectivo' })).body.detail).toBe(espera)
    hecho(await actuar(acceso, { acto: 'desistir' }))
    expect((await actuar(solicitud, { acto: 'hacer_efectivo' })).body.detail).toBe(
      'Falta que una persona la proponga; otra la hace efectiva.',
    )
    const propuesta = hecho(await actuar(solicitud, { acto: 'proponer_efectivo' }))
    expect((await actuar(propuesta, { acto: 'hacer_efectivo' })).body.detail).toBe(
      'La hace efectiva una persona distinta de quien la propuso.',
    )
    expect((await verSeccion(equipo, of, 'identidad/islas')).respuestas).toEqual(RESPUESTAS.identidad.islas)
    const done = hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra))
    expect(done.hechos.at(-1)?.efectos).toEqual([
      expect.stringMatching(/^Se retiró su autorización para que el Instituto trate sus respuestas de identidad/),
      'Sus datos de identidad quedaron suprimidos: nadie puede leerlos.',
      expect.stringMatching(/^Lo confirmó /),
    ])
    expect((await consentimientos(of, await equipo.candidata(of))).actual).toMatchObject({
      ...{ tratamiento: false, publicacion: false, estadistica: false },
    })
    expect((await consentimientos(of)).revocables).toEqual([])
  })

  it('leaves a later acceso a file that says when and by which request, and not that there are no data', async () => {
    const of = await givenCapturada(equipo)
    const propuesta = hecho(await actuar(await procedente('cancelacion', of), { acto: 'proponer_efectivo' }))
    hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra))
    const acceso = await procedente('acceso', of)
    const archivos = await unzip((await ask('GET', `/${acceso.id}/datos`)).bytes)
    const text = readPdf.text(must(archivos.get('datos.pdf'))).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(new RegExp(`Suprimidas el \\S+ \\d+ de \\S+ de 2030, [^.]* horas, por la solicitud ${propuesta.folio}`))
    const datos = JSON.parse(must(archivos.get('datos.json')).toString()) as { identidad: object; identidadSuprimida: object }
    expect([datos.identidad, datos.identidadSuprimida]).toEqual([{}, expect.objectContaining({ motivo: propuesta.folio })])
  })
})

describe('a cancelación where the law asks for a block', () => {
  beforeAll(() => restart(3))

  it('blocks first where the law asks it: nobody reads what is blocked, nothing destroys it before its day', async () => {
    const of = await givenCapturada(equipo, { consentimiento: { publicacion: true } })
    const propuesta = hecho(await actuar(await procedente('cancelacion', of), { acto: 'proponer_efectivo' }))
    const bloqueada = hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra))
    expect([bloqueada.estatus, bloqueada.plazo?.clave]).toEqual(['bloqueada', 'suprimir'])
    expect(bloqueada.hechos.at(-1)?.efectos[1]).toMatch(/^Sus datos de identidad quedan bloqueados hasta el .*; después se suprimen\.$/)
    expect(await sql(test_, 'select 1 from identidad.respuesta where candidatura_id = $1 limit 1', [of.id])).toHaveLength(1)
    expect((await verSeccion(equipo, of, 'identidad/islas')).respuestas).toEqual({})
    const { version } = await verSeccion(equipo, of, 'identidad/islas')
    expect((await guardar(equipo, { of, at: 'identidad/islas' }, { version, respuestas: RESPUESTAS.identidad.islas })).status).toBe(409)
    const early = await actuar(bloqueada, { acto: 'suprimir' })
    expect([early.status, early.body.detail]).toEqual([409, expect.stringMatching(/^Los datos siguen bloqueados hasta el /)])
    expect(await toca(bloqueada)).toEqual([[], []])
    await cambiar(bloqueada, '{2,efecto,bloqueaHasta}', '2030-01-02')
    expect((await actuar(bloqueada, { acto: 'suprimir' })).body.detail).toMatch(/^Falta notificar la respuesta/)
    const notificada = hecho(await actuar(bloqueada, { acto: 'notificar', medioEntrega: 'comparecencia', enviada: hoy() }))
    const recurrible = await actuar(notificada, { acto: 'suprimir' })
    expect([recurrible.status, recurrible.body.detail]).toEqual([
      409,
      expect.stringMatching(/^La persona puede recurrir la respuesta hasta/),
    ])
    expect(await toca(bloqueada)).toEqual([[], []])
    await cambiar(notificada, '{3,notificacion,enviada}', '2030-01-02')
    await cambiar(notificada, '{3,notificacion,recibida}', '2030-01-02')
    const due = [expect.stringMatching(/^Suprimir lo que bloqueó una cancelación · .*\. El bloqueo terminó el 2 de enero de 2030$/)]
    const waits = [expect.stringMatching(/^Falta que otra persona suprima lo que bloqueó una cancelación · /)]
    expect(await toca(bloqueada)).toEqual([due, waits])
    const alone = await actuar(notificada, { acto: 'suprimir' }, otra)
    expect([alone.status, alone.body.detail]).toEqual([409, 'La suprime una persona distinta de quien confirmó el bloqueo.'])
    const done = hecho(await actuar(notificada, { acto: 'suprimir' }))
    expect([done.estatus, done.hechos.at(-1)?.efectos]).toEqual([
      'efectiva',
      ['Sus datos de identidad quedaron suprimidos: nadie puede leerlos.', expect.stringMatching(/^Los suprimió .+, .+\.$/)],
    ])
    expect(await sql(test_, 'select 1 from identidad.respuesta where candidatura_id = $1', [of.id])).toEqual([])
  })
})

describe('a cancelación where the law fixes no days for the block', () => {
  beforeAll(() => restart(null))

  it('asks until when, where the law fixes no number of days', async () => {
    const of = await givenCapturada(equipo)
    const solicitud = await procedente('cancelacion', of)
    expect(solicitud.pideBloqueo).toBe(true)
    expect((await actuar(solicitud, { acto: 'proponer_efectivo' })).body.errors).toEqual([
      { field: 'bloqueaHasta', reasons: ['Diga hasta qué día se conservan bloqueados.'] },
    ])
    const soon = test_.deps.clock.today().add({ days: 1 }).toString()
    const short = await actuar(solicitud, { acto: 'proponer_efectivo', bloqueaHasta: soon })
    expect([short.status, short.body.errors]).toEqual([
      400,
      [
        {
          field: 'bloqueaHasta',
          reasons: [expect.stringMatching(/^Elija un día posterior: el bloqueo termina el .*, y la persona puede recurrir hasta el /)],
        },
      ],
    ])
    const propuesta = hecho(await actuar(solicitud, { acto: 'proponer_efectivo', bloqueaHasta: '2031-01-31' }))
    expect(propuesta.bloqueaHasta).toBe('2031-01-31')
    expect(propuesta.hechos.at(-1)?.efectos).toEqual([
      'Se propone bloquear sus datos de identidad hasta el 31 de enero de 2031 y suprimirlos después.',
      expect.stringMatching(/^Lo propuso /),
    ])
    // Nothing to make effective yet: its answer was not notified.
    expect(await toca(propuesta)).toEqual([[], []])
    await cambiar(propuesta, '{1,efecto,bloqueoPropuesto}', hoy())
    const late = await actuar(propuesta, { acto: 'hacer_efectivo' }, otra)
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringMatching(/^El bloqueo que se propuso termina el .* ya llegó\. No la/),
    ])
    await cambiar(propuesta, '{1,efecto,bloqueoPropuesto}', '2031-01-31')
    expect(hecho(await actuar(propuesta, { acto: 'hacer_efectivo' }, otra)).plazo?.vence).toBe('2031-01-31')
  })
})
