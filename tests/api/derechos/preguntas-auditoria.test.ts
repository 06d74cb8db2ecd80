import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenAcuerdo, hecho } from '../../support/registro/cambios.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { abrirIdentidad, Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { publicar } from '../../support/publico.ts'

interface Respuesta {
  pregunta: string
  frases: string[]
  columnas: string[]
  filas: { celdas: string[]; actos: { n: number }[] }[]
  total: number
  actos: { n: number; acto: string; hash: string; cabeza: string | null }[]
  cabeza: { nombre: string; n: number; hash: string; ruta: string } | null
  comprobar: string
}

let test_: TestApp
let auditoria: string
let numero: string

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  auditoria = await test_.tokenOf('auditoria')
  const of = await givenCapturada(equipo, {}, 'verificada')
  await publicar(test_)
  await abrirIdentidad(equipo, of, await equipo.verificacion())
  const acuerdo = await givenAcuerdo(equipo)
  numero = acuerdo.numero
  await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { acuerdoId: acuerdo.id })
  await publicar(test_)
  // The clock of a simulacro jumps between a corte and its act: the hour of the act is told.
  await sql(test_, `update publico.corte set en = en - interval '2 hours' where numero = 2`)
})
afterAll(() => test_.close())

const ask = async (pregunta: string, more: Record<string, string> = {}, token = auditoria) => {
  const { status, body } = await send<Respuesta>(
    test_,
    ['GET', `/auditoria/respuesta?${new URLSearchParams({ pregunta, ...more }).toString()}`],
    { token },
  )
  expect([status, body]).toEqual([200, body])
  return body
}
/** Every answer says from when the bitácora tells. */
const alcance = [expect.stringMatching(/^La bitácora empieza el \d+ de \S+ de 2030, .*; /)] as string[]
const told = async (acto: string) =>
  (
    await sql<{ d: Record<string, unknown> }>(
      test_,
      `select contenido::jsonb -> 'detalle' as d from bitacora.acto where acto = $1 order by n`,
      [acto],
    )
  ).map(({ d }) => d)
const hashOf = async (n: number) =>
  (await sql<{ hash: string }>(test_, `select encode(hash, 'hex') as hash from bitacora.acto where n = $1`, [n]))[0]?.hash

describe('the questions of an auditoría', () => {
  it('tell a sustitución from its acuerdo to the INE, with the acts that prove it and the head that covers them', async () => {
    const { frases, columnas, filas, actos, cabeza } = await ask('sustituciones')
    expect(frases[0]).toBe('De 1 sustitución, 0 se informaron al INE en tiempo y 0 no.')
    const fila = Object.fromEntries(columnas.map((columna, at) => [columna, filas[0]?.celdas[at]]))
    expect(fila.Acuerdo).toContain(numero)
    expect(fila.Entra).toBe('Nadia Entrante')
    expect(fila.Registrada).toMatch(/^\d+ de mayo de 2030, .*\(\d+ días? después\)$/)
    const [corte] = await sql<{ en: string }>(
      test_,
      `select contenido::jsonb ->> 'en' as en from bitacora.acto where acto = 'corte.publicado' and objeto_id = '2'`,
    )
    const hora = new Intl.DateTimeFormat('es-MX', { timeZone: 'America/Tijuana', timeStyle: 'medium', hour12: false })
    expect(fila.Publicada).toContain(`${hora.format(new Date(corte?.en ?? ''))} (`)
    expect(fila.Publicada).toContain('corte 2')
    expect([fila.Capturada, fila.Validada, fila['Informada al INE']]).toEqual(
      Array(3).fill(expect.stringMatching(/^Todavía no, a \d+ días? del acuerdo$|^No consta$/)),
    )
    expect(actos.map(({ acto }) => acto)).toEqual(['Acuerdo registrado', 'Candidatura sustituida', 'Corte publicado'])
    for (const { n, hash } of actos) expect(hash).toBe(await hashOf(n))
    expect(cabeza).toMatchObject({ nombre: 'Corte 2', ruta: '/api/v1/publico/cortes/2' })
    expect((await send(test_, ['GET', '/publico/cortes/2'])).status).toBe(200)
    const { comprobar, actos: proved } = await ask('sustituciones')
    expect(comprobar).toMatch(/^Una cabeza firmada cubre los 3 actos\. Corte 2, /)
    expect(proved.map((each) => each.cabeza)).toEqual(['Corte 2', 'Corte 2', 'Corte 2'])
    expect(cabeza?.hash).toBe(await hashOf(cabeza?.n ?? 0))
    expect(await ask('sustituciones', { desde: '2031-01-01' })).toMatchObject({
      frases: ['No hubo sustituciones.', ...alcance],
      filas: [],
      cabeza: { nombre: 'Corte 2' },
      comprobar: expect.stringMatching(/^Esta respuesta no se apoya en ningún acto\. Corte 2, con datos al /) as string,
    })
  })

  it('tell what was public on a day and of whom, and that before the first corte there was nothing', async () => {
    const { frases, filas } = await ask('publico')
    expect(frases[0]).toMatch(/^Hoy, .* está a la vista el corte 2/)
    expect(filas.map(({ celdas }) => celdas[0])).toContain('Nadia Entrante')
    const found = await ask('publico', { texto: 'nadia' })
    expect([found.total, found.frases.at(-1)]).toEqual([1, 'Con las palabras «nadia»: 1 renglón de 2.'])
    expect(await ask('publico', { hasta: '2040-01-01' })).toMatchObject({
      frases: ['El 1 de enero de 2040 todavía no llega: pregunte por un día hasta hoy.', ...alcance],
      total: 0,
    })
    expect(await ask('publico', { hasta: '2030-01-01' })).toMatchObject({
      frases: ['Hasta el 1 de enero de 2030 este sistema no había publicado nada.', ...alcance],
      total: 0,
    })
  })

  it('tell who read personal data, when and for what, and keep who asked', async () => {
    const { filas } = await ask('lecturas', { texto: 'verificación respuestas de identidad' })
    expect(filas).toHaveLength(1)
    expect(filas[0]?.celdas.slice(1, 4)).toEqual(['Cuenta verificacion', 'Verificación', 'Lectura de respuestas de identidad'])
    expect(filas[0]?.celdas.at(-1)).toBe('revisión de la captura')
    expect(await told('auditoria.pregunta_leida')).toEqual([
      expect.objectContaining({ pregunta: '¿Quién leyó datos personales, cuándo y para qué?', renglones: 1 }),
    ])
    await ask('sustituciones')
    expect(await told('auditoria.pregunta_leida')).toHaveLength(1)
  })

  it('say that nothing was rewritten, head by head, until something is', async () => {
    expect((await ask('reescritura')).frases[0]).toMatch(
      /^No, hasta el acto \d+: cada acto sigue al anterior y coinciden con 2 cabezas firmadas y publicadas\.$/,
    )
    const edit = async (from: string, to: string) => {
      await sql(test_, 'alter table bitacora.acto disable trigger user')
      await sql(test_, `update bitacora.acto set contenido = replace(contenido, $1, $2) where n = 3`, [from, to])
      await sql(test_, 'alter table bitacora.acto enable trigger user')
    }
    await edit('"rol":"', '"rol":"x')
    expect((await ask('reescritura')).frases[0]).toBe('Sí: la cadena deja de coincidir en el acto 3.')
    await edit('"rol":"x', '"rol":"')
  })

  it('tell accounts, requests and what left without failing where there is nothing', async () => {
    await test_.tokenOf('comision')
    const { filas, columnas } = await ask('cuentas')
    expect(filas.length).toBeGreaterThan(3)
    expect(filas.map(({ celdas }) => celdas[columnas.indexOf('Qué hizo')])).toContainEqual(
      expect.stringMatching(/Lectura de respuestas de identidad \(1\)/),
    )
    expect(filas.map(({ celdas }) => celdas[columnas.indexOf('Qué hizo')])).toContainEqual(
      expect.stringMatching(/^Nada desde el \d+ de .*, cuando empieza la bitácora$/),
    )
    expect((await ask('derechos')).frases[0]).toBe('No hubo solicitudes.')
    expect(filas.filter(({ actos }) => actos.length === 0).every(({ celdas }) => celdas.at(-1) === '—')).toBe(true)
  })

  it('tell each withdrawal with its acts, although the page did not change or was never public', async () => {
    const equipo = new Equipo(test_)
    const of = await givenCapturada(equipo, { consentimiento: { publicacion: true } })
    const token = await test_.tokenOf('transparencia')
    const recibida = test_.deps.clock.today().toString()
    const post = async (path: string, how: object) => {
      const { status, body } = await send<{ solicitud: { id: string; version: number; folio: string } }>(
        test_,
        ['POST', `/derechos${path}`],
        {
          token,
          ...how,
        },
      )
      expect([status, body]).toEqual([status < 300 ? status : 200, body])
      return body.solicitud
    }
    const json = { candidaturaId: of.id, derecho: 'oposicion', recibida, descripcion: 'Me opongo a que se cuenten mis respuestas.' }
    const { id } = await post('', { json })
    const form = { file: { field: 'archivo', name: 'ine.pdf', content: '%PDF-1.7\n%%EOF' } }
    const { version } = await post(`/${id}/identidad`, { form })
    const texto = 'Así se hizo y consta en el expediente.'
    const granted = { acto: 'responder', sentido: 'procedente', surte: 'consentimiento', retira: ['estadistica'] }
    const answered = await post(`/${id}/actos`, { json: { version, texto, ...granted } })
    await post(`/${id}/actos`, { json: { version: answered.version, texto, acto: 'hacer_efectivo' } })

    const { frases, filas, actos, cabeza, comprobar } = await ask('retiros')
    expect(frases[0]).toBe('Constan 2 retiros.')
    expect(frases.at(-1)).toMatch(/ninguna cabeza firmada/)
    expect(cabeza).toMatchObject({ nombre: 'Corte 2' })
    expect(comprobar).toMatch(/^Una cabeza firmada cubre 2 de 4 actos; faltan los actos \d+ y \d+: los cubre la siguiente, /)
    expect(actos.map((each) => each.cabeza)).toEqual(['Corte 2', 'Corte 2', null, null])
    expect(filas[0]?.celdas.slice(1, 2)).toEqual(['Se retiró su autorización para que sus respuestas cuenten en las estadísticas.'])
    expect(filas[0]?.celdas.slice(3)).toEqual([
      ...['No cambió: la ficha no estaba publicada', 'No cambió', 'No hay', 'No cambiaron: la ficha no estaba publicada'],
      'No cambiaron: todavía no hay un corte posterior',
    ])
    expect(filas[1]?.celdas[0]).toMatch(/^Nombre Apellido, /)
    expect(filas[1]?.celdas[3]).toMatch(/^(Salió|Cambió): .*, corte 2$/)
    expect(filas[1]?.celdas.slice(6)).toEqual([
      expect.stringMatching(/^(Sin ella desde|Cambiaron con) el corte 2$/),
      expect.stringMatching(
        /^Se hicieron de nuevo: .*, corte 2\. Las respuestas de identidad siguen como se contaron en el corte 1; no se han contado de nuevo$/,
      ),
    ])
    expect(filas.flatMap(({ celdas }) => celdas)).not.toContain('—')
    expect(actos.map(({ acto }) => acto)).toEqual([
      'Candidatura sustituida',
      'Corte publicado',
      'Consentimiento retirado',
      'Solicitud ARCO hecha efectiva',
    ])
    const derechos = await ask('derechos')
    const fila = Object.fromEntries(derechos.columnas.map((columna, at) => [columna, derechos.filas[0]?.celdas[at]]))
    expect(fila).toMatchObject({ Derecho: 'Oposición', Sentido: 'Procede', 'Cómo está': 'Se hizo efectiva', 'Lo que sigue': '—' })
  })

  it('tell the working days that each open request has left, or since when it is overdue', async () => {
    const { id } = await givenCapturada(new Equipo(test_), {})
    const token = await test_.tokenOf('transparencia')
    const received = async (days: number) => {
      const recibida = test_.deps.clock.today().subtract({ days }).toString()
      const json = { candidaturaId: id, derecho: 'acceso', recibida, descripcion: 'Quiero saber qué datos míos tienen.' }
      const { status, body } = await send<{ solicitud: { id: string; folio: string } }>(test_, ['POST', '/derechos'], { token, json })
      expect([status, body]).toEqual([201, body])
      return body.solicitud
    }
    const [today, old] = [await received(0), await received(60)]
    const { frases, columnas, filas } = await ask('derechos')
    const of = (folio: string) => {
      const celdas = filas.find((each) => each.celdas[0] === folio)?.celdas ?? []
      return Object.fromEntries(columnas.map((columna, at) => [columna, celdas[at]]))
    }
    expect(frases.slice(0, 2)).toEqual([
      'De 3 solicitudes, 2 están abiertas: 1 con su plazo vencido.',
      'Ningún paso se dio después de su plazo.',
    ])
    expect(of(today.folio)).toMatchObject({
      'Cómo está': 'En trámite',
      'En tiempo': 'Sí, hasta hoy',
      'Lo que sigue': 'Responder: quedan 8 días hábiles; vence el 14 de mayo de 2030.',
    })
    expect(of(old.folio)).toMatchObject({
      'En tiempo': 'No. El plazo que corre está vencido.',
      'Lo que sigue': expect.stringMatching(/^Responder: vencido hace \d+ días hábiles; venció el .* de 2030\.$/) as string,
    })
  })

  it('tell who took an expediente or a list of personas, and keep the questions of the auditoría apart', async () => {
    const token = await test_.tokenOf('transparencia')
    const { body } = await send<{ elementos: { id: string; folio: string }[] }>(test_, ['GET', '/derechos'], { token })
    const solicitud = body.elementos.at(-1) ?? { id: '', folio: '' }
    expect((await send(test_, ['GET', `/derechos/${solicitud.id}/expediente`], { token })).status).toBe(200)
    const secretaria = await test_.tokenOf('secretaria')
    expect((await send(test_, ['GET', '/tablero/exportar?formato=csv'], { token: secretaria })).status).toBe(200)
    const asked = (await told('auditoria.pregunta_leida')).length

    const { frases, filas, actos } = await ask('lecturas')
    const [lista, expediente] = filas.map(({ celdas }) => [celdas[1], ...celdas.slice(3)])
    expect(lista).toEqual([
      'Cuenta secretaria',
      'Exportación del tablero de captura',
      expect.stringMatching(/^\d+ candidaturas$/),
      'El sistema no pide motivo',
    ])
    expect(expediente).toEqual([
      'Cuenta transparencia',
      'Expediente de una solicitud ARCO descargado',
      expect.stringMatching(/^Nombre Apellido, /),
      `Solicitud ${solicitud.folio}`,
    ])
    expect(filas.map(({ celdas }) => celdas.at(-1))).not.toContainEqual(expect.stringMatching(/acceso$/))
    expect(actos.map(({ acto }) => acto).filter((acto) => acto.includes('auditoría'))).toEqual([])
    expect(frases[1]).toBe(`Aparte, la Auditoría preguntó ${asked} veces por personas: vea «¿Qué preguntó la Auditoría sobre personas?».`)

    const propias = await ask('propias')
    expect(propias.total).toBe(asked + 1)
    expect(propias.filas[0]?.celdas.slice(1, 5)).toEqual([
      'Cuenta auditoria',
      'Auditoría',
      'Pregunta de auditoría leída',
      '¿Quién leyó datos personales, cuándo y para qué?',
    ])
    // Asking what was asked tells of nobody: it is no reading of its own.
    expect((await ask('propias')).total).toBe(asked + 1)
  })

  it.each([
    ['pdf', '%PDF'],
    ['xlsx', 'PK'],
    ['csv', '\ufeff"'],
  ])('leave as %s, which is an act of its own', async (formato, begins) => {
    const before = (await told('auditoria.pregunta_exportada')).length
    const { status, bytes, headers } = await send(
      test_,
      ['GET', `/auditoria/archivo?pregunta=sustituciones&hasta=2040-01-01&formato=${formato}`],
      {
        token: auditoria,
      },
    )
    expect(headers['content-disposition']).toMatch(/auditoria-sustituciones-hasta-2040-01-01-hecho-/)
    expect([status, bytes.toString('utf8').startsWith(begins)]).toEqual([200, true])
    const after = await told('auditoria.pregunta_exportada')
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toMatchObject({ formato, renglones: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    if (formato === 'csv')
      expect(bytes.toString('utf8')).toMatch(
        /^\ufeff"pregunta","consultada en","Sale","Entra",.*\r?\n"¿Se avisó en tiempo de cada sustitución\?","[^"]+ horas",.*"Nadia Entrante",.*[0-9a-f]{64}","Corte 2, Corte 2, Corte 2"/,
      )
  })

  it('are for nobody else', async () => {
    for (const rol of ['secretaria', 'administracion', 'comision', 'transparencia'] as const) {
      const answer = await send(test_, ['GET', '/auditoria/respuesta?pregunta=lecturas'], { token: await test_.tokenOf(rol) })
      expect([rol, answer.status]).toEqual([rol, 403])
    }
  })
})
