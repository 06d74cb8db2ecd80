import { startTestApp, type TestApp } from '../../support/app.ts'
import { cambiar, givenAcuerdo, givenDocumento } from '../../support/registro/cambios.ts'
import { givenCandidatura, moveReloj, must } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { readPdf } from '../../support/pdf.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { preparar, type Pendientes, type Propuesta, type RemisionVista } from '../../support/actos/remisiones.ts'

const NIGHT = '2030-05-10T23:50:00-07:00'
/** The day after the day after, ten minutes past midnight. */
const TEN_PAST = '2030-05-12T00:10:00-07:00'

let test_: TestApp
let equipo: Equipo
let secretaria: string

beforeAll(async () => {
  const [legislatura, ...others] = packFicticio.listados
  // The actividad C of the fictitious programme is opened by the acuerdos of the legislatura.
  const pack = { ...packFicticio, listados: [{ ...must(legislatura), clave: 'C' }, ...others] }
  test_ = await startTestApp({ pack })
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
})
afterAll(() => test_.close())

const get = <T>(path: string) => send<T>(test_, ['GET', path], { token: secretaria })
const oficio = (id: string, formato: 'pdf' | 'docx') => get(`/remisiones/${id}/oficio?formato=${formato}`)

describe('a sustitución approved at 23:50', () => {
  let clave: string
  let id: string

  it('owes its list until the end of the next day', async () => {
    await moveReloj(test_, '2030-05-10T23:55:00-07:00')
    const candidatura = await givenCandidatura(test_, { contienda: 'legislatura-norte' })
    const documentoId = await givenDocumento(equipo)
    const { id: acuerdoId } = await givenAcuerdo(equipo, { numero: 'VC/ACU/2350', aprobadoEn: NIGHT, documentoId })
    const { status } = await cambiar(equipo, { id: candidatura.id, hacer: 'sustituir' }, { acuerdoId, efectosDesde: '2030-05-10' })
    expect(status).toBe(200)
    const { body } = await get<Pendientes>('/remisiones/pendientes')
    const owed = must(body.elementos.find((each) => each.clave.startsWith('C/')))
    expect(owed.hito).toMatchObject({ vence: '2030-05-11', estatus: 'por_vencer' })
    clave = owed.clave
    const propuesta = await get<Propuesta>(`/remisiones/propuesta?entregables=${clave}`)
    expect(propuesta.body.anexos.map(({ id: anexo }) => anexo)).toEqual([documentoId])
  })

  it('remitted at 00:10 of the day after is late by ten minutes, in the remisión, on the board and on the printed oficio', async () => {
    await moveReloj(test_, TEN_PAST)
    const prepared = await preparar(test_, secretaria, {
      entregables: [clave],
      anexos: [await givenDocumento(equipo)],
      fecha: '2030-05-12',
    })
    expect(prepared.advertencias.map(({ tipo }) => tipo)).toEqual(['fuera_de_plazo', 'dia_inhabil'])
    id = prepared.id
    const json = { version: 1, enviadaEn: TEN_PAST, medio: 'sistema_ine_opl' }
    const { status, body } = await send<{ remision: RemisionVista }>(test_, ['POST', `/remisiones/${id}/enviar`], {
      token: secretaria,
      json,
    })
    expect(status).toBe(200)
    expect(body.remision).toMatchObject({
      estatus: 'enviada',
      retrasoMinutos: 10,
      entregables: [{ clave, hito: { estatus: 'cumplida_tarde', retrasoMinutos: 10 } }],
    })
    const board = await get<{ elementos: { clave: string; hitos: object[] }[] }>('/actividades')
    const owed = must(board.body.elementos.find((each) => each.clave === clave))
    expect(owed.hitos).toEqual([expect.objectContaining({ milestone: 'remision', estatus: 'cumplida_tarde', retrasoMinutos: 10 })])
    expect((await get<{ elementos: RemisionVista[] }>(`/remisiones?entregable=${clave}`)).body.elementos[0]?.retrasoMinutos).toBe(10)
    const text = readPdf.text((await oficio(id, 'pdf')).bytes)
    expect(text).toContain(
      'Enviado: domingo 12 de mayo de 2030, 00:10 horas, por sistema de comunicación entre el INE y los organismos locales',
    )
    expect(text).toContain('Acuerdo VC/ACU/2350: vencía el sábado 11 de mayo de 2030 a las 23:59:59; remitido tarde, por 10 minutos')
  })

  it('and its oficio is a letter that a screen reader follows, with SIMULACRO on every page', async () => {
    const { bytes, headers } = await oficio(id, 'pdf')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="oficio-VC-OF-P\d+-2030\.pdf"$/)
    const properties = readPdf.properties(bytes)
    expect(properties).toMatchObject({ Tagged: 'yes', 'Page size': '612 x 792 pts (letter)' })
    expect(properties.Title).toMatch(/^Oficio VC\/OF\/P\d+\/2030$/)
    const text = readPdf.text(bytes)
    for (let page = 1; page <= Number(properties.Pages); page += 1) expect(text).toContain(`Página ${page} de ${properties.Pages}`)
    expect(text.split('SIMULACRO, sin valor legal').length - 1).toBe(Number(properties.Pages))
    const said = ['Instituto Electoral de Valle Claro Oficina de Valle Claro', '"Año del muelle"', 'Puerto Imaginario, a 12 de mayo de 2030', 'ASUNTO: Se remite lo de abril', 'TITULAR FICTICIA ENLACE CON LAS OFICINAS AUTORIDAD FICTICIA P R E S E N T E', 'CON ATENCIÓN A: Unidad de Archivo', 'ATENTAMENTE', 'Firma Ficticia', 'C.c.p. Archivo.', '1. soporte.pdf', 'Calle del Muelle 1'] // prettier-ignore
    for (const each of said) expect(text).toContain(each)
    expect(text).not.toMatch(/\p{Cf}/u)
    expect(readPdf.firstPage(bytes)).not.toMatch(/[0-9a-f]{32}/)
  })
})

describe('the oficio to be edited', () => {
  it('has the same words in styles of its own, in Spanish of Mexico', async () => {
    const { id } = await preparar(test_, secretaria, { anexos: [await givenDocumento(equipo)] })
    const { bytes, headers } = await oficio(id, 'docx')
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    const parts = await unzip(bytes)
    const document = must(parts.get('word/document.xml')).toString()
    const words = document.replaceAll(/<[^>]+>/g, ' ')
    for (const each of ['Se remite lo de abril', 'TITULAR FICTICIA', 'Sin otro particular.', 'soporte.pdf']) {
      expect(words).toContain(each)
    }
    const used = [...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)
    expect(new Set(used.map((style) => style?.replace(/\d+$/, '')))).toEqual(
      new Set(['Renglones', 'Firmante', 'Chico', 'Celda', 'CeldaTitulo']),
    )
    const styles = must(parts.get('word/styles.xml')).toString()
    for (const style of new Set(used)) expect(styles).toContain(`w:styleId="${style}"`)
    expect(styles).toContain('w:val="es-MX"')
    expect(document).toContain('<w:tblHeader/>')
    const edges = [...parts].filter(([name]) => /word\/(header|footer)\d\.xml/.test(name)).map(([, xml]) => xml.toString())
    expect(edges.join()).toMatch(/SIMULACRO, sin valor legal/)
    expect(edges.join()).toMatch(/NUMPAGES/)
  })

  it('is in the bitácora each time, with its hash', async () => {
    const { id } = await preparar(test_, secretaria)
    await oficio(id, 'docx')
    const acts = (await test_.owner.query(`select contenido from bitacora.acto where acto = 'remision.impresa' and objeto_id = $1`, [
      id,
    ])) as {
      contenido: string
    }[]
    expect(acts.map(({ contenido }) => (JSON.parse(contenido) as { detalle: object }).detalle)).toEqual([
      { formato: 'docx', numero: expect.stringContaining('VC/OF/'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  it('given back as the signed one, or as its acuse, is told before it is taken and stops nothing', async () => {
    await moveReloj(test_, TEN_PAST)
    const { id } = await preparar(test_, secretaria)
    const printed = await givenDocumento(equipo, (await oficio(id, 'pdf')).bytes)
    const told = async (como: string) => (await get(`/remisiones/${id}/archivo?como=${como}&documentoId=${printed}`)).body
    expect(await told('oficio')).toEqual({ advertencias: ['oficio_sin_firma'] })
    const post = (act: string, json: object) =>
      send<{ remision: RemisionVista }>(test_, ['POST', `/remisiones/${id}/${act}`], { token: secretaria, json })
    const sent = await post('enviar', { version: 1, enviadaEn: TEN_PAST, medio: 'correo', oficioId: printed })
    expect(sent.body.remision.advertencias.map(({ tipo }) => tipo)).toContain('oficio_sin_firma')
    expect(await told('acuse')).toEqual({ advertencias: ['acuse_sin_sello', 'acuse_repetido'] })
    expect((await post('acuse', { recibidaEn: TEN_PAST, folio: 'INE/1', documentoId: printed })).status).toBe(200)
    const acts = (await test_.owner.query(
      `select acto, contenido::jsonb #> '{detalle,advertencias}' as told from bitacora.acto where acto in ('remision.enviada', 'remision.acusada') and objeto_id = $1 order by n`,
      [id],
    )) as { told: string[] }[]
    expect(acts.map(({ told: kinds }) => kinds.filter((kind) => /^(oficio|acuse)_/.test(kind)))).toEqual([
      ['oficio_sin_firma'],
      ['acuse_sin_sello', 'acuse_repetido'],
    ])
  })
})
