import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro, type Simulacro } from '../../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actorId, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, acto, capturarTodo, consentir, type Respuestas } from '../../support/actos/captura.ts'
import { hecho, PDF } from '../../support/registro/cambios.ts'
import { send } from '../../support/actos/envios.ts'
import { withMunicipios } from '../../support/mundos/municipios.ts'
import { publicar } from '../../support/publico.ts'
import { preparar, type Pendientes, type RemisionVista } from '../../support/actos/remisiones.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../../support/paquete.ts'

/**
 * Sustituciones of Thursday 25 April 2024 with the people and the programme of the simulacro, each by the acts of the people who make them.
 * The INE is to be told the day after the acuerdo (programme of work, 11.8 c).
 */
const pack = withMunicipios(entero, 3)
const APROBADO = '2024-04-25T14:00:00-06:00'
const MOTIVO = 'Renuncia ratificada ante el instituto'

interface Respuesta {
  frases: string[]
  columnas: string[]
  filas: { celdas: string[]; actos: { n: number; acto: string }[] }[]
  actos: { n: number; acto: string; hash: string }[]
  cabeza: { nombre: string; n: number } | null
}
interface Sale extends Given {
  nombre: string
}

let test_: TestApp
let equipo: Equipo
let secretaria: string
let auditoria: string
let simulacro: Simulacro
/** One who is told to the INE in time, and one who is told a day late. */
let puntual: Sale
let tardia: Sale

beforeAll(async () => {
  simulacro = generateSimulacro(pack, { semilla: 2_024, total: 700, ahora: INICIO })
  test_ = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  auditoria = await test_.tokenOf('auditoria')
  ;[puntual, tardia] = (await findSalientes()) as [Sale, Sale]
  await at('2024-04-24T18:00:00-06:00')
  await publicar(test_)
})
afterAll(() => test_.close())

const at = (ahora: string) => moveReloj(test_, ahora)

/** Two propietarias of diputaciones de mayoría, each of another party. */
async function findSalientes(): Promise<Sale[]> {
  return sql<Sale>(
    test_,
    `select distinct on (a.clave) c.id, c.clave, a.clave as responsable, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.actor_politico a on a.id = c.responsable_id
     join captura.cargo g on g.id = c.cargo_id
     where g.clave = 'diputacion_mr' and c.calidad = 'propietaria' and c.estatus = 'aprobada' and a.tipo = 'partido'
     order by a.clave, c.numero, c.id limit 2`,
  )
}

async function expectSent<T>(request: [string, string], json: object, token = secretaria, status = 200): Promise<T> {
  const answer = await send<T>(test_, request as ['POST', string], { token, json })
  expect([request, answer.status, answer.status === status ? '' : answer.bytes.toString()]).toEqual([request, status, ''])
  return answer.body
}

const given = async (numero: string) => {
  const documento = { field: 'archivo', name: 'acuerdo.pdf', content: PDF }
  const { body } = await send<{ id: string }>(test_, ['POST', '/documentos'], { token: secretaria, form: { file: documento } })
  const acuerdo = { numero, organo: 'pleno', aprobadoEn: APROBADO, asunto: 'Sustitución de una candidatura', documentoId: body.id }
  return expectSent<{ id: string }>(['POST', '/acuerdos'], acuerdo, secretaria, 201)
}

/** Registered by the secretaría: who leaves, who enters. */
async function sustituir(sale: Sale, acuerdoId: string, nombre: string): Promise<Given> {
  const entra = { nombre, primerApellido: 'Entrante', sexo: await sexoOf(sale), fechaNacimiento: '1985-03-04' }
  const { candidaturaId } = await hecho(
    equipo,
    { id: sale.id, hacer: 'sustituir' },
    { acuerdoId, causa: 'renuncia', efectosDesde: '2024-04-25', entra, motivo: MOTIVO },
  )
  const entrega = { acuerdoId, actorPoliticoId: actorId(test_, sale.responsable), recibe: 'Representación del partido' }
  await expectSent(['POST', '/entregas'], { ...entrega, entregadaEn: test_.deps.clock.now().toString() }, secretaria, 201)
  return { id: candidaturaId, clave: '', responsable: sale.responsable }
}

const sexoOf = async ({ id }: Sale) =>
  must(
    (
      await sql<{ sexo: string }>(
        test_,
        'select p.sexo from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = $1',
        [id],
      )
    )[0],
  ).sexo

/** Questions of identity that nobody of the age of who enters is asked. */
const DE_OTRA_EDAD = ['joven', 'mayor']

/** Answers as somebody of the simulacro of her age gave them for the same cargo. */
function respuestasDe(): Respuestas {
  const cargoOf = new Map(pack.contiendas.map(({ clave, cargo }) => [clave, cargo]))
  const { secciones } = must(
    simulacro.capturas.find(
      ({ verificadaEn, secciones: each }, index) =>
        verificadaEn !== null &&
        cargoOf.get(must(simulacro.candidaturas[index]).contienda) === 'diputacion_mr' &&
        each.every(({ clave, respuestas }) => Object.keys(respuestas).length > 0 !== DE_OTRA_EDAD.includes(clave)),
    ),
  )
  const asked = secciones.filter(({ clave }) => !DE_OTRA_EDAD.includes(clave))
  const all: Respuestas = { curricular: {}, identidad: {} }
  for (const { cuestionario, clave, respuestas } of asked) must(all[cuestionario])[clave] = respuestas
  return all
}

async function decirAlIne(acuerdoId: string, { numero, enviadaEn }: { numero: string; enviadaEn: string }): Promise<void> {
  const { body } = await send<Pendientes>(test_, ['GET', '/remisiones/pendientes'], { token: secretaria })
  const [row] = await sql<{ id: string }>(test_, 'select id from captura.evento where acuerdo_id = $1', [acuerdoId])
  const pending = must(body.elementos.find(({ clave }) => clave === `11.8/${row?.id}`))
  expect(pending.hito.vence).toBe('2024-04-26')
  const { id } = await preparar(test_, secretaria, { entregables: [pending.clave], numero, fecha: enviadaEn.slice(0, 10) })
  const envio = { version: 1, enviadaEn, medio: 'correo' }
  const { remision } = await expectSent<{ remision: RemisionVista }>(['POST', `/remisiones/${id}/enviar`], envio)
  expect(remision.estatus).toBe('enviada')
}

const ask = async (pregunta: string, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({ pregunta, ...more }).toString()
  const { status, body } = await send<Respuesta>(test_, ['GET', `/auditoria/respuesta?${query}`], { token: auditoria })
  expect([status, body]).toEqual([200, body])
  return body
}
/** The answer about one acuerdo, by the names of its columns. */
const rowOf = async (numero: string) => {
  const { columnas, filas } = await ask('sustituciones')
  const { celdas, actos } = must(filas.find((fila) => fila.celdas.some((celda) => celda.startsWith(numero))))
  return { ...Object.fromEntries(columnas.map((columna, index) => [columna, celdas[index]])), actos: actos.map(({ n }) => n) }
}

describe('the sustitución of 25 April', () => {
  const NUMERO = 'IMPEPAC/CEE/901/2024'
  let acuerdo: { id: string }
  let entra: Given

  it('is registered the day after its acuerdo, and opens the term of the INE, which the auditor sees running', async () => {
    await at('2024-04-26T09:00:00-06:00')
    acuerdo = await given(NUMERO)
    entra = await sustituir(puntual, acuerdo.id, 'Nadia')
    expect(await rowOf(NUMERO)).toMatchObject({
      Sale: expect.stringContaining(puntual.nombre) as string,
      Entra: 'Nadia Entrante',
      Acuerdo: `${NUMERO}, del 25 de abril de 2024`,
      Registrada: expect.stringMatching(/^26 de abril de 2024, 09:0.* \(1 día después\)$/) as string,
      Capturada: 'Todavía no, a 1 día del acuerdo',
      Validada: 'Todavía no, a 1 día del acuerdo',
      Publicada: 'Todavía no, a 1 día del acuerdo',
      'Informada al INE': 'Todavía no, a 1 día del acuerdo',
      'En tiempo': 'En plazo; vence el 26 de abril de 2024',
    })
  })

  it('is told to the INE on the 26th, in time', async () => {
    await at('2024-04-26T18:30:00-06:00')
    await decirAlIne(acuerdo.id, { numero: 'IMPEPAC/SE/901/2024', enviadaEn: '2024-04-26T18:00:00-06:00' })
    expect(await rowOf(NUMERO)).toMatchObject({
      'Informada al INE': '26 de abril de 2024, 18:00:00 (1 día después), IMPEPAC/SE/901/2024',
      'En tiempo': 'Sí; vencía el 26 de abril de 2024',
    })
  })

  it('shows who enters from the next corte, and her answers once they were captured and validated', async () => {
    await at('2024-04-26T20:00:00-06:00')
    const corte = must(await publicar(test_))
    await at('2024-04-28T12:00:00-06:00')
    await consentir(equipo, entra)
    await capturarTodo(equipo, entra, respuestasDe())
    const { status, bytes } = await acto(equipo, { of: entra, hacer: 'validar' })
    expect([status, bytes.toString()]).toEqual([200, expect.stringContaining('folio')])
    await at('2024-04-28T13:00:00-06:00')
    await publicar(test_)
    expect(await rowOf(NUMERO)).toMatchObject({
      Capturada: expect.stringMatching(/^28 de abril de 2024, .* \(3 días después\)$/) as string,
      Validada: expect.stringMatching(/^28 de abril de 2024, .* \(3 días después\)$/) as string,
      Publicada: expect.stringMatching(new RegExp(`^26 de abril de 2024, .* \\(1 día después\\), corte ${corte.numero}$`)) as string,
    })
  })

  it('was public with who enters on the 26th, and with who leaves alone on the 25th', async () => {
    const shown = async (dia: string, texto: string) => (await ask('publico', { hasta: dia, texto })).filas.length
    expect(await shown('2024-04-25', 'Nadia Entrante')).toBe(0)
    expect(await shown('2024-04-26', 'Nadia Entrante')).toBe(1)
    expect(await shown('2024-04-25', puntual.nombre)).toBe(1)
  })

  it('is proved by one act of each step, from the acuerdo to the INE, which a signed head covers', async () => {
    const { actos: numeros } = await rowOf(NUMERO)
    const { actos, cabeza } = await ask('sustituciones')
    const own = actos.filter(({ n }) => numeros.includes(n))
    const said = [
      ...['Acuerdo registrado', 'Candidatura sustituida', 'Sección guardada', 'Captura validada'],
      ...['Corte publicado', 'Evidencia de una actividad'],
    ]
    expect(own.map(({ acto: each }) => each).sort()).toEqual(said.sort())
    expect(cabeza?.n).toBeGreaterThanOrEqual(Math.max(...numeros))
  })
})

describe('another of the same day that is told on the 27th', () => {
  const NUMERO = 'IMPEPAC/CEE/902/2024'

  it('is a day late, and the auditor reads it beside the one that was in time', async () => {
    await at('2024-04-28T14:00:00-06:00')
    const acuerdo = await given(NUMERO)
    await sustituir(tardia, acuerdo.id, 'Tania')
    expect(await rowOf(NUMERO)).toMatchObject({
      Registrada: expect.stringMatching(/^28 de abril de 2024, 14:0.* \(3 días después\)$/) as string,
      'En tiempo': 'No: 2 días de retraso; vencía el 26 de abril de 2024',
    })
    await decirAlIne(acuerdo.id, { numero: 'IMPEPAC/SE/902/2024', enviadaEn: '2024-04-27T23:30:00-06:00' })
    expect(await rowOf(NUMERO)).toMatchObject({
      'Informada al INE': '27 de abril de 2024, 23:30:00 (2 días después), IMPEPAC/SE/902/2024',
      'En tiempo': 'No: 1 día de retraso; vencía el 26 de abril de 2024',
    })
    const { frases } = await ask('sustituciones', { desde: '2024-04-25', hasta: '2024-04-25' })
    expect(frases[0]).toBe('De 2 sustituciones, 1 se informó al INE en tiempo y 1 no.')
  })
})
