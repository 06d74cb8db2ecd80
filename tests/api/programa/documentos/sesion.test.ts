import { loadPack } from '../../../../apps/api/src/carga/load-pack.ts'
import { bitacoraOf } from '../../../support/acceso.ts'
import { must, sql } from '../../../support/registro/candidaturas.ts'
import { AGENDA, celebracionOf, FECHA, hora, PACK, Sala, type Sesion } from '../../../support/actos/sesiones.ts'
import { unzip } from '../../../support/actos/expedientes.ts'
import { readPdf } from '../../../support/pdf.ts'

jest.setTimeout(180_000)

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())

const paper = (sesion: Sesion, hoja: string, formato = 'pdf') => sala.call('GET', `/sesiones/${sesion.id}/hojas/${hoja}?formato=${formato}`)
const text = async (sesion: Sesion, hoja: string) => readPdf.text((await paper(sesion, hoja)).bytes)
const papeles = async (sesion: Sesion) =>
  (await sala.call<{ elementos: { hoja: string; faltas: string[] }[] }>('GET', `/sesiones/${sesion.id}/papeles`)).body.elementos

const blanksOf = async (sesion: Sesion) => (await papeles(sesion)).find(({ hoja }) => hoja === 'acta')?.faltas

describe('the papers of a sesión', () => {
  it('before it is called are its convocatoria and its agenda, as projects, and the list to be signed', async () => {
    const sesion = await sala.programada()
    expect((await papeles(sesion)).map(({ hoja }) => hoja)).toEqual(['convocatoria', 'orden', 'asistencia'])
    const agenda = await text(sesion, 'orden')
    for (const each of ['PROYECTO DE ORDEN DEL DÍA', '1. Lista de asistencia y declaración de quórum legal.', '3. Plan de Valle Claro.', '4. Clausura de la sesión.']) expect(agenda).toContain(each) // prettier-ignore
    expect(agenda).not.toContain('Asuntos generales')
    expect(await text(sesion, 'convocatoria')).toMatch(
      /PROYECTO(?! DE ORDEN)[^]*Se les convoca, por conducto de la Oficina de Valle Claro, a la Primera Sesión Extraordinaria/,
    )
    const sinHora = await sala.programada({ hora: null })
    expect((await papeles(sinHora)).map(({ hoja }) => hoja)).toEqual(['orden', 'asistencia'])
    expect((await paper(sinHora, 'convocatoria')).status).toBe(404)
  })

  it('once it is called is a letter of its presidencia to each member, with the number of the sesión in words', async () => {
    const sesion = await sala.convocada({ tipo: 'ordinaria' })
    const said = await text(sesion, 'convocatoria')
    for (const each of ['Se les convoca, por conducto de la Oficina de Valle Claro, a la Primera Sesión Ordinaria del Concejo de Valle Claro, que se celebrará el viernes 10 de mayo de 2030, a las 10:00 horas, en la Sala', 'PROYECTO DE ORDEN DEL DÍA', '5. Asuntos generales.', 'Paula Preside', 'P R E S E N T E S', 'SIMULACRO, sin valor legal', 'Calle del Muelle 1', 'Constancia de integridad']) expect(said).toContain(each) // prettier-ignore
    expect(said).not.toMatch(/\p{Cf}|1\.ª/u)
    expect((await papeles(sesion)).find(({ hoja }) => hoja === 'convocatoria')).toEqual({ hoja: 'convocatoria', faltas: [] })
  })

  it('goes out with the ground that the secretaría typed, while the city that the pack confirmed stays', async () => {
    const { id, version } = await sala.programada()
    expect((await sala.call<object>('GET', `/sesiones/${id}`)).body).toMatchObject({ porEscribir: ['fundamento'] })
    const escrito = { ciudad: 'Otra Ciudad', fundamento: 'el artículo 5 del Reglamento de Valle Claro' }
    const convocar = { version, convocadaEn: hora('00:10'), documentos: [], ...escrito }
    const said = await text((await sala.call('POST', `/sesiones/${id}/convocar`, convocar)).body.sesion, 'convocatoria')
    expect(said).toContain('Con fundamento en el artículo 5 del Reglamento de Valle Claro, se les convoca')
    expect(said).toContain('Puerto Imaginario')
    expect(said).not.toContain('Otra Ciudad')
  })

  it('once it is held is an acta in words: hour, quorum, votes with their table, and the closing', async () => {
    const sesion = await sala.convocada()
    const body = celebracionOf(sesion, { 'Inés Integrante': 'en_contra' })
    const held = (await sala.call('POST', `/sesiones/${sesion.id}/celebrar`, { ...body, inicio: hora('10:05') })).body.sesion
    const acta = await text(held, 'acta')
    for (const each of [
      'En la ciudad de Puerto Imaginario, siendo las diez horas con cinco minutos del día diez de mayo de dos mil treinta, en la Sala, con el objeto de celebrar la',
      'se registró la asistencia siguiente: Nombre Cargo Asistencia Paula Preside Presidencia del Concejo de Valle Claro Presente',
      'la presencia de tres de tres personas integrantes con derecho a voto, por lo que existe quórum legal',
      'Siendo las once horas, el punto se sometió a votación y fue aprobado por mayoría, con dos votos a favor y un voto en contra.',
      'Inés Integrante Integrante del Concejo de Valle Claro En contra',
      'siendo las doce horas del día de su inicio, se da por concluida la sesión',
      'LAS FIRMAS QUE ANTECEDEN CORRESPONDEN AL ACTA DE LA',
    ])
      expect(acta).toContain(each)
    expect(await blanksOf(held)).toEqual(['Queda un campo sin llenar: [Asiente la lectura del orden del día y su votación.].'])
    expect(acta).toContain('BORRADOR')
    const words = readPdf.words((await paper(held, 'acta')).bytes)
    const pageOf = (word: string) => words.findLast(({ text: said }) => said === word)?.page
    expect(pageOf('concluida')).toBe(pageOf('ANTECEDEN'))
    expect(await text(held, 'asistencia')).toContain('Paula Preside Presidencia del Concejo de Valle Claro Voz y voto Presente')
    const docx = await paper(held, 'acta', 'docx')
    expect(docx.headers['content-type']).toContain('wordprocessingml')
    const xml = must((await unzip(docx.bytes)).get('word/document.xml')).toString()
    for (const each of ['fue aprobado por mayoría', 'LAS FIRMAS QUE ANTECEDEN']) expect(xml).toContain(each)
  })
})

describe('what was dealt with', () => {
  const lectura = { dispensada: true, decision: 'aprobado', cambios: null, votacion: 'unanimidad' }
  const nothing = { orden: null, anterior: null, puntos: [], generales: null }
  const puntos = [
    { titulo: 'Informe de la Secretaría', seVota: false, documentos: [] },
    { titulo: 'Criterios de accesibilidad', seVota: true, documentos: [] },
  ]
  const votosDe = ({ integrantes }: Sesion) =>
    integrantes
      .filter(({ voto }) => voto)
      .map(({ id, nombre }) => ({ integranteId: id, sentido: nombre === 'Inés Integrante' ? 'en_contra' : 'a_favor' }))
  const relatar = (sesion: Sesion, body: object) => sala.call('PUT', `/sesiones/${sesion.id}/relato`, { version: sesion.version, ...body })

  it('leaves no blank in the acta once all of it is told, and each blank is counted until then', async () => {
    const antes = (await sala.celebrar(await sala.convocada({ hora: '08:00', puntos }))).body.sesion
    const convocada = await sala.convocada({ tipo: 'ordinaria', puntos })
    const held = (await sala.celebrar(convocada)).body.sesion
    expect(await blanksOf(held)).toHaveLength(4)
    const part = await relatar(held, { ...nothing, orden: lectura, generales: [{ quien: 'Iván Integrante', dijo: 'Pidió el calendario' }] })
    expect([part.status, part.body.detail]).toEqual([200, undefined])
    expect(await blanksOf(held)).toHaveLength(2)
    const told = await relatar(part.body.sesion, {
      orden: lectura,
      anterior: {
        ...lectura,
        dispensada: false,
        decision: 'con_cambios',
        cambios: 'Se corrige la hora de inicio',
        votacion: 'mayoria',
        sesiones: [antes.id],
        votos: votosDe(held),
      },
      puntos: [
        {
          ...{ puntoId: held.puntos[0]?.id, tratado: 'La Secretaría informó de los avances.' },
          intervenciones: [
            { quien: 'Inés Integrante', dijo: 'Preguntó por los plazos.' },
            { quien: 'Representación del Partido Faro', dijo: 'Pidió copia' },
          ],
        },
      ],
      generales: [],
    })
    expect([told.status, told.body.detail]).toEqual([200, undefined])
    expect(await blanksOf(held)).toEqual([])
    const acta = await text(held, 'acta')
    for (const each of [
      'Se dispensó la lectura del orden del día, que se aprobó por unanimidad.',
      ' Sesión Extraordinaria, celebrada el 10 de mayo de 2030, que se aprobó por mayoría, con los cambios siguientes: Se corrige la hora de inicio.',
      'La Secretaría informó de los avances. En uso de la voz, Inés Integrante, Integrante del Concejo de Valle Claro: Preguntó por los plazos. En uso de la voz, Representación del Partido Faro: Pidió copia.',
      'No se registraron asuntos generales.',
    ])
      expect(acta).toContain(each)
    expect(acta).not.toMatch(/[[\]]|BORRADOR|PROYECTO/)
  })

  it('is refused where it says half of it, and once the acta is signed', async () => {
    const held = (await sala.celebrar(await sala.convocada({ tipo: 'ordinaria', puntos }))).body.sesion
    const half = await relatar(held, { ...nothing, orden: { ...lectura, votacion: null } })
    expect([half.status, half.body.code]).toEqual([409, 'sesion.acto_no_permitido'])
    const documentoId = await sala.documento()
    const body = { version: held.version, fecha: held.fecha, documentoId }
    const signed = (await sala.call('POST', `/sesiones/${held.id}/acta`, body)).body.sesion
    const late = await relatar(signed, nothing)
    expect([late.status, late.body.detail]).toEqual([409, 'El documento ya se firmó: lo tratado no se cambia.'])
  })
})

it('calls a reunión de trabajo in its own words, votes nothing in it, and ends in a minuta', async () => {
  const reunion = { tipo: 'reunion_trabajo', puntos: [{ titulo: 'Revisión del plan', seVota: false, documentos: [] }] }
  const base = { organo: 'concejo', fecha: FECHA, hora: '10:00', modalidad: 'presencial', lugar: 'Sala' }
  const voted = await sala.call('POST', '/sesiones', { ...base, ...reunion, puntos: [{ ...reunion.puntos[0], seVota: true }] })
  expect([voted.status, voted.body.errors?.map(({ field }) => field)]).toEqual([400, ['puntos.0.titulo']])
  const convocada = await sala.convocada(reunion)
  expect(convocada).toMatchObject({ nombre: '1.ª reunión de trabajo de 2030', convocatoria: { advertencias: [] } })
  expect(await text(convocada, 'convocatoria')).toContain('a la Primera Reunión de Trabajo del Concejo de Valle Claro')
  const alone = Object.fromEntries(convocada.integrantes.slice(1).map(({ nombre }) => [nombre, 'ausente']))
  const { status, body } = await sala.celebrar(convocada, celebracionOf(convocada, alone))
  expect([status, body.detail]).toEqual([200, undefined])
  const hoja = await paper(body.sesion, 'acta')
  expect(hoja.headers['content-disposition']).toContain('filename="minuta-concejo-')
  const minuta = readPdf.text(hoja.bytes)
  for (const each of [
    'MINUTA DE LA PRIMERA REUNIÓN DE TRABAJO DEL CONCEJO DE VALLE CLARO',
    'la presencia de una de cuatro personas integrantes. No asistieron',
    'se da por concluida la reunión de trabajo',
    'CORRESPONDEN A LA MINUTA DE LA',
  ])
    expect(minuta).toContain(each)
  expect(minuta).not.toMatch(/quórum/i)
  expect((await papeles(body.sesion)).map(({ hoja }) => hoja)).toEqual(['convocatoria', 'orden', 'asistencia', 'acta'])
})

it('warns of a signed acta that is the file that the system printed, or another paper of the sesión, and takes it', async () => {
  const convocada = await sala.convocada({ puntos: AGENDA.slice(0, 1) })
  const held = (await sala.celebrar(convocada)).body.sesion
  const told = async (documentoId: string) =>
    (await sala.call<{ advertencias: string[] }>('GET', `/sesiones/${held.id}/acta?documentoId=${documentoId}`)).body.advertencias
  const printed = await sala.documento((await paper(held, 'acta')).bytes)
  expect(await told(printed)).toEqual(['Este archivo es el que imprimió el sistema: no lleva ninguna firma.'])
  expect(await told(await sala.documento())).toEqual([])
  const answer = await sala.call('POST', `/sesiones/${held.id}/acta`, { version: held.version, fecha: held.fecha, documentoId: printed })
  expect(answer.body.sesion.acta).toMatchObject({ advertencias: [expect.stringContaining('imprimió el sistema')] })
  const [entry] = await sql<{ advertencias: string[] }>(
    sala.test,
    `select (contenido::jsonb)->'detalle'->'advertencias' as advertencias from bitacora.acto where acto = 'sesion.acta_recibida' and objeto_id = $1`,
    [held.id],
  )
  expect(entry?.advertencias).toHaveLength(1)
  const files = await unzip((await sala.call('GET', `/expedientes?sesion=${held.id}`)).bytes)
  expect([...files.keys()].filter((name) => name.startsWith('acta'))).toEqual([expect.stringMatching(/^acta-agregada-sin-firma-/)])
})

interface Plantilla {
  documento: string
  versiones: { version: number; partes: { clave: string; texto: string }[]; autor: string | null; motivo: string | null }[]
}

describe('the sentences of the papers', () => {
  const ESCRITA = { apertura: 'Se cita{conducto} a la {sesion}, el día {dia}{hora}{lugar}:\n\nOrden propuesto:' }
  const plantilla = async (documento: string) => must((await sala.call<{ elementos: Plantilla[] }>('GET', '/plantillas')).body.elementos.find((each) => each.documento === documento)) // prettier-ignore
  const conParte = async (changes: Record<string, string>, documento = 'convocatoria') =>
    must((await plantilla(documento)).versiones[0]).partes.map(({ clave, texto }) => ({ clave, texto: changes[clave] ?? texto }))
  const guardar = async (changes: Record<string, string>, version: number) =>
    sala.call<Plantilla & { code?: string; errors?: { field: string; reasons: string[] }[] }>('POST', '/plantillas/convocatoria', {
      ...{ version, motivo: 'La redacción que usa el Concejo.', partes: await conParte(changes) },
    })

  it('are refused with a field that is none, a loose brace or a missing one, beside their part', async () => {
    const { status, body } = await guardar({ apertura: 'A la {sesion}, el {dia}{hora', asunto: 'A la {sesion} de {nadie}' }, 0)
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { field: 'partes.asunto', reasons: ['El campo {nadie} no existe en este documento.'] },
      { field: 'partes.apertura', reasons: ['Hay una llave sin su pareja: «{hora».'] },
      ...['hora', 'lugar'].map((campo) => ({ field: 'partes.apertura', reasons: [`Falta {${campo}}.`] })),
    ])
    expect(must((await plantilla('convocatoria')).versiones[0])).toMatchObject({ version: 0, autor: null })
  })

  it('are versions: those that were called keep their words, those that are called later have the new ones', async () => {
    const antes = await sala.convocada()
    const palabras = await text(antes, 'convocatoria')
    const { status, body } = await guardar(ESCRITA, 0)
    expect([status, body.versiones.map(({ version }) => version)]).toEqual([201, [1, 0]])
    expect(body.versiones[0]).toMatchObject({ autor: expect.any(String), motivo: 'La redacción que usa el Concejo.' })
    expect(await text(antes, 'convocatoria')).toBe(palabras)
    const despues = await sala.convocada()
    const nuevas = await text(despues, 'convocatoria')
    for (const each of ['Se cita, por conducto de la Oficina de Valle Claro, a la ', ': Orden propuesto: PROYECTO DE ORDEN DEL DÍA']) expect(nuevas).toContain(each) // prettier-ignore
    const kept = (await sala.call<{ convocatoria: object }>('GET', `/sesiones/${despues.id}`)).body.convocatoria
    expect(kept).toMatchObject({ plantilla: 1, plantillaOrden: 0 })
    const [act] = await bitacoraOf(sala.test, 'plantilla.guardada')
    expect(act).toMatchObject({ detalle: { documento: 'convocatoria', version: 1, partes: ['apertura'] } })
  })

  it('are not saved over what another person saved, nor when nothing changes', async () => {
    expect((await guardar({ cierre: 'Saludos.' }, 0)).body.code).toBe('plantilla.version_distinta')
    expect((await guardar({}, 1)).body.code).toBe('plantilla.acto_no_permitido')
  })

  it('are seen before they are saved: in the newest real paper, or with the examples of the fields', async () => {
    const vista = async (documento: string, changes: Record<string, string>) =>
      readPdf.text((await sala.call('POST', `/plantillas/${documento}/vista-previa`, { partes: await conParte(changes, documento) })).bytes)
    const carta = await vista('convocatoria', { cierre: 'Quedamos atentos.' })
    for (const each of ['VISTA PREVIA', 'Paula Preside', 'Quedamos atentos.']) expect(carta).toContain(each)
    const ejemplo = await vista('requerimiento', { cierre: 'Quedamos atentos.' })
    for (const each of ['EJEMPLO', 'Se requiere atender 3 observaciones', 'Quedamos atentos.']) expect(ejemplo).toContain(each)
  })

  it('stop a pack at fault from being loaded, by file and place', async () => {
    const { convocatoria } = PACK.plantillas
    const plantillas = { ...PACK.plantillas, convocatoria: { ...convocatoria, partes: { ...convocatoria.partes, asunto: 'A la {nadie}' } } }
    const loaded = sala.test.owner.transaction((tx) => loadPack(tx, { ...PACK, plantillas }, { simulacro: true, desfaseReloj: 0 }))
    await expect(loaded).rejects.toThrow('plantillas.json, convocatoria, asunto: El campo {nadie} no existe en este documento.')
  })
})

it('an organ whose name nobody confirmed signs nothing as final', async () => {
  const [concejo, comite] = PACK.organos
  const otra = await Sala.open({ ...PACK, organos: [{ ...must(concejo), confianza: 'por_confirmar' }, must(comite)] })
  const sesion = await otra.programada({ puntos: AGENDA })
  const { body } = await otra.call<{ elementos: { faltas: string[] }[] }>('GET', `/sesiones/${sesion.id}/papeles`)
  expect(body.elementos[0]?.faltas).toEqual(['El nombre del órgano no está confirmado: Concejo de Valle Claro.'])
  await otra.test.close()
})
