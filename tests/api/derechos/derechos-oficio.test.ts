import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { readPdf } from '../../support/pdf.ts'

interface PorEmitir {
  hecho: string
  emitido: boolean
  numero: string
}
interface Solicitud {
  id: string
  folio: string
  estatus: string
  version: number
  hechos: { acto: string; folio: string; texto: string; efectos: string[] }[]
  hermanas: { id: string }[]
  porCorregir: string | null
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
  oficios: { domicilio: string; horario: string; garante: string; porEmitir: PorEmitir[] } | null
}
type Hecha = { solicitud: Solicitud; acuse: Acuse } & Problem

const OFICINA = { domicilioOficio: 'Calle de los Pinos 4', horarioOficio: 'de lunes a viernes, de 9:00 a 15:00 horas' }
const FIRMA = { firmante: 'Ana Ruiz', cargoFirmante: 'Encargada de la Unidad' }

let test_: TestApp
let unidad: string
let otra: string
let ella: Given

beforeAll(async () => {
  test_ = await startTestApp()
  unidad = await test_.tokenOf('transparencia')
  otra = await test_.tokenOf('transparencia')
  ella = await givenCandidatura(test_)
})
afterAll(() => test_.close())

const ask = <T = Hecha>(method: 'GET' | 'POST', path: string, json?: object, token = unidad) =>
  send<T>(test_, [method, `/derechos${path}`], { token, ...(json ? { json } : {}) })
const hoy = () => test_.deps.clock.today().toString()
const leer = async (id: string) => (await ask<Solicitud>('GET', `/${id}`)).body
const words = (pdf: Buffer) => readPdf.text(pdf).replaceAll(/\s+/g, ' ')
const carta = async (id: string, json: object = {}) => words((await ask('POST', `/${id}/oficio`, { formato: 'pdf', ...json })).bytes)

async function recibir(derecho: string, tambien: string[] = []): Promise<Solicitud> {
  const json = { candidaturaId: ella.id, derecho, tambien, recibida: hoy(), descripcion: 'Lo que pide sobre sus datos.' }
  return (await ask('POST', '', json)).body.solicitud
}

async function acreditada(derecho: string): Promise<Solicitud> {
  const { id } = await recibir(derecho)
  const form = { fields: { exhibido: 'pasaporte' }, file: { field: 'archivo', name: 'ine.pdf', content: '%PDF-1.7\nx\n%%EOF' } }
  return (await send<Hecha>(test_, ['POST', `/derechos/${id}/identidad`], { token: unidad, form })).body.solicitud
}

async function actuar(id: string, json: object, token = unidad) {
  const { version } = await leer(id)
  return ask('POST', `/${id}/actos`, { texto: 'Se dice lo que se hace.', version, ...json }, token)
}

async function hecho(id: string, json: object, token = unidad): Promise<Solicitud> {
  const { status, body } = await actuar(id, json, token)
  expect([status, body.detail]).toEqual([200, undefined])
  return body.solicitud
}

describe('a second person', () => {
  it('does not confirm, says why, and the first proposes again', async () => {
    const { id } = await acreditada('cancelacion')
    await hecho(id, { acto: 'responder', sentido: 'procedente' })
    await hecho(id, { acto: 'proponer_efectivo' })
    const own = await actuar(id, { acto: 'no_confirmar' })
    expect([own.status, own.body.detail]).toEqual([409, 'Lo decide una persona distinta de quien lo propuso.'])
    const refused = await hecho(id, { acto: 'no_confirmar', texto: 'La persona no es la que pidió.' }, otra)
    expect(refused.hechos.at(-1)?.efectos.join(' ')).toMatch(/^No lo confirmó .+, .+\.$/)
    const [pendiente] = (
      await send<{ elementos: { clave: string; texto: string }[] }>(test_, ['GET', '/pendientes'], { token: unidad })
    ).body.elementos.filter(({ clave }) => clave === `derecho-${id}`)
    expect(pendiente?.texto).toContain('Proponer otra vez una cancelación: la segunda persona no la confirmó')
    expect((await actuar(id, { acto: 'hacer_efectivo' }, otra)).status).toBe(409)
    await hecho(id, { acto: 'proponer_efectivo' })
    expect((await hecho(id, { acto: 'hacer_efectivo' }, otra)).estatus).toBe('efectiva')
  })
})

describe('a letter', () => {
  it('is a draft until its number, its office and its signer are typed, and says which are missing', async () => {
    const { id } = await acreditada('acceso')
    const answered = await hecho(id, { acto: 'responder', sentido: 'procedente' })
    expect(must(answered.oficios).porEmitir).toMatchObject([{ emitido: false, numero: '' }])
    expect(await carta(id)).toContain(
      'BORRADOR: antes de emitirlo falta escribir el número del oficio, el domicilio de la Unidad, el horario de la Unidad y quién lo firma.',
    )
    const short = await actuar(id, { acto: 'emitir', numeroOficio: 'UT/1/2030', ...FIRMA })
    expect([short.status, short.body.errors]).toEqual([
      400,
      [
        { field: 'domicilioOficio', reasons: ['Falta escribir el domicilio de la Unidad.'] },
        { field: 'horarioOficio', reasons: ['Falta escribir el horario de la Unidad.'] },
      ],
    ])
    const issued = await hecho(id, { acto: 'emitir', numeroOficio: 'UT/1/2030', ...OFICINA, ...FIRMA })
    expect(must(issued.oficios).porEmitir).toMatchObject([{ emitido: true, numero: 'UT/1/2030' }])
    expect(issued.hechos.at(-1)).toMatchObject({ acto: 'emitir', efectos: ['Oficio UT/1/2030.'] })
    const text = await carta(id)
    for (const said of [
      'Oficio: UT/1/2030',
      'está en Calle de los Pinos 4 y atiende de lunes a viernes',
      'Ana Ruiz Encargada de la Unidad',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('BORRADOR')
  })

  it('has a number of its own: one that another has is refused with its folio', async () => {
    const [una, dos] = [await acreditada('acceso'), await acreditada('acceso')]
    for (const { id } of [una, dos]) await hecho(id, { acto: 'responder', sentido: 'procedente' })
    const emitir = (numeroOficio: string) => ({ acto: 'emitir', numeroOficio, ...OFICINA, ...FIRMA })
    await hecho(una.id, emitir('UT/20/2030'))
    const again = await actuar(dos.id, emitir('UT/20/2030'))
    const taken = [{ field: 'numeroOficio', reasons: [`Ya lo tiene otro oficio, de la solicitud ${una.folio}.`] }]
    expect([again.status, again.body.errors]).toEqual([400, taken])
    await hecho(una.id, emitir('UT/20/2030'))
    await hecho(una.id, emitir('UT/21/2030'))
    await hecho(dos.id, emitir('UT/20/2030'))
  })

  it('dated before the day on which the request counts as received says that it will', async () => {
    const { id } = await acreditada('acceso')
    // Sunday 28 April 2030.
    await sql(test_, `update captura.solicitud_derecho set recibida = '2030-04-28' where id = $1`, [id])
    await hecho(id, { acto: 'prevenir' })
    expect(await carta(id)).toContain('recibida el 28 de abril de 2030, día inhábil, y tenida por recibida el 29 de abril de 2030')
    await sql(test_, `update captura.solicitud_derecho set hechos = jsonb_set(hechos, '{0,fecha}', '"2030-04-28"') where id = $1`, [id])
    expect(await carta(id)).toContain('día inhábil, y que se tendrá por recibida el 29 de abril de 2030')
  })

  it('is issued once the persona received it, if its number was never written, and no more after that', async () => {
    const { id } = await acreditada('acceso')
    await hecho(id, { acto: 'responder', sentido: 'procedente' })
    await hecho(id, { acto: 'notificar', medioEntrega: 'comparecencia', enviada: hoy() })
    await hecho(id, { acto: 'emitir', numeroOficio: 'UT/2/2030', ...OFICINA, ...FIRMA })
    const again = await actuar(id, { acto: 'emitir', numeroOficio: 'UT/9/2030' })
    expect([again.status, again.body.detail]).toEqual([409, 'No hay un oficio que falte emitir.'])
    expect(await carta(id)).toContain('Oficio: UT/2/2030')
  })

  it('begins with the office of the one before it', async () => {
    const { oficios } = await recibir('oposicion')
    expect(oficios).toMatchObject({ domicilio: OFICINA.domicilioOficio, horario: OFICINA.horarioOficio, garante: 'Garante del Valle' })
  })

  it('that prevents two requests of one letter is issued once for both', async () => {
    const { id, hermanas } = await recibir('acceso', ['oposicion'])
    await hecho(id, { acto: 'prevenir' })
    await hecho(id, { acto: 'emitir', numeroOficio: 'UT/3/2030', ...OFICINA, ...FIRMA })
    expect(await carta(must(hermanas[0]).id)).toContain('Oficio: UT/3/2030')
  })

  it('that answers tells the prevention and its attention with their days', async () => {
    const { id } = await acreditada('acceso')
    await hecho(id, { acto: 'prevenir' })
    await hecho(id, { acto: 'notificar', medioEntrega: 'comparecencia', enviada: hoy() })
    await hecho(id, { acto: 'desahogar' })
    const text = await carta(id, { acto: 'responder', sentido: 'procedente', texto: 'Se entrega todo lo que se guarda.' })
    expect(text).toMatch(/El \d+ de \S+ de 2030 se le previno para que completara su solicitud, lo que se le notificó el \d+ de/)
    expect(text).toMatch(/Usted atendió la prevención el \d+ de \S+ de 2030, y desde entonces corre el plazo para responderle\./)
  })

  it('that grants a cancelación tells what becomes of the data', async () => {
    const { id } = await acreditada('cancelacion')
    const text = await carta(id, { acto: 'responder', sentido: 'procedente', texto: 'Se cancelan sus datos de identidad.' })
    expect(text).toContain('Esos datos se suprimen: desde entonces nadie puede leerlos.')
  })
})

describe('a request that was recorded by mistake', () => {
  it('is closed by one person while nothing was done on it', async () => {
    const { id } = await recibir('acceso')
    const closed = await hecho(id, { acto: 'anular', texto: 'Se registró dos veces el mismo escrito.' })
    expect(closed).toMatchObject({ estatus: 'anulada', plazo: null })
    const text = words((await ask('GET', `/${id}/acuse`)).bytes)
    expect(text).toMatch(/Esta solicitud se cerró el \d+ de \S+ de 2030, porque se registró por error/)
    expect(text).not.toMatch(/[Ii]denti[fd]|La Unidad de Transparencia le responde/)
    expect((await actuar(id, { acto: 'responder', sentido: 'procedente' })).status).toBe(409)
  })

  it('takes two people once something was done on it', async () => {
    const { id } = await recibir('acceso')
    await hecho(id, { acto: 'prevenir' })
    const alone = await actuar(id, { acto: 'anular' })
    expect([alone.status, alone.body.detail]).toEqual([409, 'Falta que una persona lo proponga; otra la cierra.'])
    await hecho(id, { acto: 'proponer_anular' })
    expect((await actuar(id, { acto: 'anular' })).status).toBe(409)
    expect((await hecho(id, { acto: 'no_confirmar' }, otra)).estatus).toBe('prevenida')
    await hecho(id, { acto: 'proponer_anular' })
    expect((await hecho(id, { acto: 'anular' }, otra)).estatus).toBe('anulada')
  })
})

describe('a letter that was recorded', () => {
  it('gets another right that it exercises, once, with its day and the identity that was proved', async () => {
    const { id, version } = await acreditada('acceso')
    const { status, body } = await ask('POST', `/${id}/derechos`, { version, derecho: 'rectificacion' })
    expect([status, body.solicitud.hermanas.map((otra) => otra.id)]).toEqual([201, [id]])
    expect((await leer(body.solicitud.id)).acciones.find(({ acto }) => acto === 'responder')?.permitido).toBe(true)
    const again = await ask('POST', `/${id}/derechos`, { version: (await leer(id)).version, derecho: 'rectificacion' })
    expect([again.status, again.body.errors]).toEqual([400, [{ field: 'derecho', reasons: ['El escrito ya lo ejerce.'] }]])
  })

  it('names in its acuse what each annex is, and no warning of a prevention that was attended', async () => {
    const { id } = await recibir('acceso')
    const form = {
      fields: { titulo: 'Copia del acta de nacimiento' },
      file: { field: 'archivo', name: 'scan_1.pdf', content: '%PDF-1.7\nx\n%%EOF' },
    }
    await send<Hecha>(test_, ['POST', `/derechos/${id}/documentos`], { token: unidad, form })
    await hecho(id, { acto: 'prevenir' })
    await hecho(id, { acto: 'desahogar' })
    const text = words((await ask('GET', `/${id}/acuse`)).bytes)
    expect(text).toContain('Anexos recibidos: Copia del acta de nacimiento')
    expect(text).toMatch(/La prevención que se le hizo ya está atendida desde el \d+ de/)
    expect(text).not.toContain('Si a su solicitud le falta algo')
  })

  it('keeps in its expediente the data that it handed over, until her identity data are suppressed', async () => {
    ella = await givenCandidatura(test_)
    const { id } = await acreditada('acceso')
    await hecho(id, { acto: 'responder', sentido: 'procedente' })
    const handed = await unzip((await ask('GET', `/${id}/datos`)).bytes)
    await hecho(id, { acto: 'hacer_efectivo' })
    const kept = async () => {
      const entries = await unzip((await ask('GET', `/${id}/expediente`)).bytes)
      return [...entries].filter(([ruta]) => ruta.startsWith('datos-entregados/'))
    }
    expect(await kept()).toEqual([...handed].map(([ruta, bytes]) => [`datos-entregados/${ruta}`, bytes]))
    await sql(test_, `select set_config('app.rol', 'transparencia', false), identidad.suprimir($1::uuid[], 'prueba', now())`, [[ella.id]])
    expect(await kept()).toEqual([])
    expect(await sql(test_, `select 1 from identidad.prueba_derecho where clase = 'datos'`)).toEqual([])
  })
})

describe('the text of a recorded answer', () => {
  it('is corrected by an act that keeps the former one, until the answer is sent', async () => {
    const { id } = await acreditada('acceso')
    expect((await actuar(id, { acto: 'corregir' })).body.detail).toBe('Se corrige el texto de una respuesta que ya se registró.')
    const before = await hecho(id, { acto: 'responder', sentido: 'procedente', texto: 'Procede entregarle sus datso.' })
    expect(before.porCorregir).toBe('Procede entregarle sus datso.')
    const done = await hecho(id, { acto: 'corregir', texto: 'Procede entregarle sus datos.' })
    expect(done.porCorregir).toBe('Procede entregarle sus datos.')
    expect(done.hechos.map(({ acto, texto }) => [acto, texto])).toEqual([
      ['responder', 'Procede entregarle sus datso.'],
      ['corregir', 'Procede entregarle sus datos.'],
    ])
    expect(must(done.hechos[0]).efectos.at(-1)).toMatch(/^Este texto se corrigió el .* de 2030; se conserva como se registró\.$/)
    const said = await carta(id)
    expect([said.includes('Procede entregarle sus datos.'), said.includes('datso')]).toEqual([true, false])
    await hecho(id, { acto: 'notificar', carta: 'respuesta', medioEntrega: 'comparecencia', enviada: hoy() })
    const late = await actuar(id, { acto: 'corregir', texto: 'Otra cosa distinta de aquella.' })
    expect([late.status, late.body.detail]).toEqual([409, 'La respuesta ya se envió: su texto no cambia.'])
    expect((await leer(id)).porCorregir).toBeNull()
  })
})

describe('an expediente says what it lacks', () => {
  it('the identity document in its index, a delivery that nothing proves, and a prevention attended without identity', async () => {
    const { id } = await recibir('acceso')
    await hecho(id, { acto: 'prevenir' })
    await hecho(id, { acto: 'notificar', carta: 'prevencion', medioEntrega: 'comparecencia', enviada: hoy() })
    const attended = await hecho(id, { acto: 'desahogar' })
    const [, notificada, atendida] = attended.hechos
    expect(notificada?.efectos).toContain('Sin comprobante de entrega: ningún documento la prueba.')
    expect(atendida?.efectos).toContain('Ese día no se había acreditado la identidad de la persona.')
    const before = await unzip((await ask('GET', `/${id}/expediente`)).bytes)
    expect(words(must(before.get('expediente.pdf')))).toContain('No se entregó ninguno, tampoco una identificación.')

    const file = { field: 'archivo', name: 'acuse.pdf', content: '%PDF-1.7\nfirmado\n%%EOF' }
    const proof = { fields: { hecho: must(notificada).folio, titulo: 'Acuse firmado' }, file }
    expect((await send(test_, ['POST', `/derechos/${id}/documentos`], { token: unidad, form: proof })).status).toBe(201)
    const form = { fields: { exhibido: 'pasaporte' }, file: { field: 'archivo', name: 'ine.pdf', content: '%PDF-1.7\nx\n%%EOF' } }
    await send<Hecha>(test_, ['POST', `/derechos/${id}/identidad`], { token: unidad, form })
    expect(must((await leer(id)).hechos[1]).efectos.join(' ')).not.toContain('Sin comprobante')
    const archivos = await unzip((await ask('GET', `/${id}/expediente`)).bytes)
    const text = words(must(archivos.get('expediente.pdf')))
    expect(text).toMatch(/Identificación: pasaporte .*Se guarda cifrada en el sistema y no se agrega/)
    expect(text).not.toContain('Sin comprobante')
    const index = must(archivos.get('indice.html')).toString()
    expect(index).toContain('Identificación (pasaporte)')
    expect([...archivos.keys()].some((ruta) => /^documentos\/0-identificacion-.*\.txt$/.test(ruta))).toBe(true)
  })
})
