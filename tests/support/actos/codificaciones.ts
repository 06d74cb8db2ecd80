import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../../apps/api/src/simulacro/index.ts'
import { IdentidadService } from '../../../apps/api/src/modules/captura/index.ts'
import { startTestApp, type TestApp } from '../app.ts'
import { must, sql } from '../registro/candidaturas.ts'
import { send, type Answer, type Sent } from './envios.ts'
import { withMunicipios } from '../mundos/municipios.ts'
import { publicar } from '../publico.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../paquete.ts'

export interface Codificacion {
  pregunta: string
  estatus: string
  intento: number
  version: number
  sinTextosEn: string | null
  plazas: { numero: number; propia: boolean; terminada: boolean }[]
  categorias: { clave: string; nombre: string; definicion: string }[]
  resultado: {
    contados: number | null
    categorias: { clave: string; minimo: number; maximo: number }[]
    reunidas: string[]
    acuerdo: { porcentaje: number; kappa: string | null } | null
  } | null
  code?: string
  detail?: string
  errors?: { field: string; reasons: string[] }[]
  actual?: Codificacion
}

export interface Textos {
  codificacion: Codificacion
  textos: { id: string; texto: string; codigo: string | null }[]
}

interface Juicio {
  de: string
  codigo: string
  razon: string | null
}

export interface Desacuerdos {
  total: number
  iguales: number
  kappa: string | null
  desacuerdos: { id: string; texto: string; codigos: Juicio[]; votos: Juicio[]; final: string | null }[]
}

/** Calls on the coding of one question. */
export class Mesa {
  constructor(
    readonly test: TestApp,
    readonly pregunta: string,
  ) {}

  pedir<T = Codificacion>(
    token: string,
    [method, path]: readonly ['GET' | 'POST' | 'PUT', string],
    more: Omit<Sent, 'token'> = {},
  ): Promise<Answer<T>> {
    return send<T>(this.test, [method, `/codificaciones/${this.pregunta}${path}`], { token, ...more })
  }

  ver = async (token: string): Promise<Codificacion> => (await this.pedir(token, ['GET', ''])).body
  libro = (token: string, version: number, categorias: { nombre: string; definicion: string }[]) =>
    this.pedir(token, ['PUT', '/libro'], { json: { version, categorias } })
  leer = (token: string) => this.pedir<Textos & Codificacion>(token, ['POST', '/lectura'])
  codificar = (token: string, id: string, codigo: string | null) =>
    this.pedir<{ codificados: number; total: number } & Codificacion>(token, ['PUT', `/textos/${id}`], { json: { codigo } })
  desacuerdos = (token: string) => this.pedir<Desacuerdos & Codificacion>(token, ['POST', '/desacuerdos'])
  resolver = (token: string, id: string, codigo: string) =>
    this.pedir(token, ['PUT', `/desacuerdos/${id}`], { json: { codigo, razon: 'Así lo dice el libro de códigos' } })

  /** Codes all texts of one coder, each by its content. */
  async codificarTodo(token: string, categoriaDe: (texto: string) => string): Promise<void> {
    for (const { id, texto } of must((await this.leer(token)).body.textos)) {
      const { status } = await this.codificar(token, id, categoriaDe(texto))
      if (status !== 200) throw new Error(`not coded: ${status}`)
    }
  }
}

/** Writes chosen options and texts as verified, behind the API, as a review would leave them. */
export async function escribirTextos(
  test: TestApp,
  { de, opcion, campo }: { de: string; opcion: string; campo: string },
  textos: ReadonlyMap<string, string>,
): Promise<void> {
  const identidad = new IdentidadService(test.deps.secretos)
  await test.owner.transaction(async (tx) => {
    const [cuestionario] = (await tx.query(
      `select id from captura.cuestionario where tipo = 'identidad' order by version desc limit 1`,
    )) as { id: string }[]
    for (const [id, texto] of textos) {
      const respuestas = { [de]: opcion, [campo]: texto }
      await identidad.write(tx, id, { cuestionarioId: must(cuestionario).id, preguntas: [de, campo], respuestas })
      await identidad.markValidadas(tx, id)
      await identidad.markVerificadas(tx, id)
    }
  })
}

/** Personas in force, verified, whose answers may be counted, without a text of their own; the others are of `where`. */
export async function verificadas(test: TestApp, limit: number, where = 'co.tratamiento and co.estadistica'): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    test,
    `select p.id from publico.candidatura p
     join lateral (select * from captura.consentimiento o where o.candidatura_id = p.id order by o.otorgado_en desc limit 1) co on true
     join captura.candidatura c on c.id = p.id
     where p.estatus = 'aprobada' and c.verificada_en is not null and co.revision <> 'pendiente' and ${where} order by p.id limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}

/** Account of a token. */
export function cuentaDe(token: string): string {
  return (JSON.parse(Buffer.from(must(token.split('.')[1]), 'base64url').toString()) as { sub: string }).sub
}

export const MOTIVO = { de: 'migrante_motivo', opcion: 'Otro', campo: 'migrante_motivo_otro' }
export const LIBRO = [
  { nombre: 'Violencia', definicion: 'Se fue porque corría peligro.' },
  { nombre: 'Salud', definicion: 'Se fue a atender su salud o la de alguien.' },
  { nombre: 'Arte y oficio', definicion: 'Se fue a aprender o a presentarse.' },
]
/** In every text: where it is found, a text is. */
export const AGUJA = 'CANARIO-COD'

/** "CANARIO-COD-7 Violencia": the second word is the category that everybody would give it. */
export const textoDe = (at: number) => `${AGUJA}-${at} ${at % 3 === 0 ? 'Salud' : 'Violencia'}`
export const claveDe = (texto: string) => (/ Salud$/.test(texto) ? 'salud' : 'violencia')

/** A published simulacro in which nobody wrote a text yet, and the accounts that work on it. */
export async function startMesa() {
  const pack = withMunicipios(entero, 3)
  const simulacro = generateSimulacro(pack, { semilla: 2_024, total: 700, ahora: INICIO })
  const test = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
  await publicar(test)
  await sql(test, `delete from identidad.respuesta where pregunta like '%\\_otr_'`)
  const verificacion = () => test.tokenOf('verificacion')
  return {
    test,
    mesa: new Mesa(test, MOTIVO.campo),
    secretaria: await test.tokenOf('secretaria'),
    ana: await verificacion(),
    berta: await verificacion(),
    carla: await verificacion(),
  }
}
