import type { TestApp } from '../app.ts'
import { must, type Given } from '../registro/candidaturas.ts'
import { verCaptura, verSeccion, type Acuse, type Equipo, type ObservacionVista, type Problem, type SeccionVista } from './captura.ts'
import { send, type Answer } from './envios.ts'

export const LUGAR = { cuestionario: 'curricular', seccion: 'compromiso' } as const
export const AT = 'curricular/compromiso'

interface Call {
  of: Given
  /** Under the candidatura: "correcciones", "pausas/<id>/fin". */
  path: string
  token: string
}

/** An act of review on the version that is there now, or on `version`. */
export async function pedir(equipo: Equipo, { of, path, token }: Call, json: Record<string, unknown>): Promise<Answer<Acuse & Problem>> {
  const version = json.version ?? (await verCaptura(equipo, of)).version
  return send<Acuse & Problem>(equipo.test, ['POST', `/candidaturas/${of.id}/${path}`], { token, json: { ...json, version } })
}

/** The open observación of a section, as an account sees it. */
export async function abierta(equipo: Equipo, of: Given, token?: string): Promise<ObservacionVista> {
  const { observaciones } = await vista(equipo, of, token)
  return must(observaciones.find(({ cierre }) => cierre === null))
}

export async function vista(equipo: Equipo, of: Given, token?: string): Promise<SeccionVista> {
  if (!token) return verSeccion(equipo, of, AT)
  const { secciones } = await verCaptura(equipo, of, token)
  return must(secciones.find(({ clave }) => clave === LUGAR.seccion))
}

export const responder = async (equipo: Equipo, of: Given, texto = 'La frase se refiere al propio taller.') => {
  const { id } = await abierta(equipo, of)
  return ok(await pedir(equipo, { of, path: `observaciones/${id}/respuestas`, token: await equipo.captura(of.responsable) }, { texto }))
}

export async function cerrar(
  equipo: Equipo,
  { of, token, desenlace = 'atendida' }: { of: Given; token: string; desenlace?: 'atendida' | 'retirada' },
): Promise<Answer<Acuse & Problem>> {
  const { id } = await abierta(equipo, of)
  return pedir(equipo, { of, path: `observaciones/${id}/cierre`, token }, { desenlace, nota: 'Se revisó lo que se pedía.' })
}

export const solicitar = async (equipo: Equipo, of: Given, seccion: string = LUGAR.seccion) =>
  pedir(
    equipo,
    { of, path: 'correcciones', token: await equipo.validacion(of.responsable) },
    { cuestionario: 'curricular', seccion, razon: 'Hay una errata en la segunda frase.' },
  )

export async function resolver(equipo: Equipo, of: Given, json: Record<string, unknown>): Promise<Answer<Acuse & Problem>> {
  const { id } = must((await vista(equipo, of)).solicitud)
  const token = await equipo.verificacion()
  return pedir(equipo, { of, path: `correcciones/${id}/resolucion`, token }, { razon: 'Es una errata.', trasCierre: false, ...json })
}

export const pausar = async (equipo: Equipo, of: Given, json: Record<string, unknown> = {}) =>
  pedir(
    equipo,
    { of, path: 'pausas', token: await equipo.verificacion() },
    { ...LUGAR, supuesto: 'ajeno', motivo: 'Se recibió una queja sobre esta sección.', hasta: null, ...json },
  )

export function ok<T>(answer: Answer<T>): Answer<T> {
  if (answer.status !== 200) throw new Error(`expected 200: ${answer.status} ${answer.bytes.toString()}`)
  return answer
}

/** Queue of the institute, as an account sees it. */
export async function cola(test: TestApp, token: string) {
  type Elemento = { id: string; motivo: string; desde: string; observaciones: number; cierraOtra: boolean }
  return (await send<{ elementos: Elemento[]; total: number; siguiente: string | null }>(test, ['GET', '/revision/cola'], { token })).body
}
