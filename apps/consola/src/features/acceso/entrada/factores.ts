/** Second factors inside a problem of the API, and the proof that a form sends back. */
import type { Problem } from '@conoceles/api-client'

export interface RetoPasskey {
  reto: string
  opciones: object
}

export interface Pregunta {
  metodos: readonly string[]
  passkey: RetoPasskey | null
}

export interface OpcionesAlta {
  reto: string
  passkey: object
  totpUri: string
}

export interface Prueba {
  codigo?: string
  codigoRecuperacion?: string
  passkey?: { reto: string; respuesta: Record<string, unknown> }
}

export interface Alta {
  reto: string
  nombre: string
  codigo?: string
  passkey?: Record<string, unknown>
}

/** The factors that sign-in asks for; null: it asks for something else. */
export function preguntaOf({ code, body }: Problem): Pregunta | null {
  return code === 'acceso.segundo_factor_requerido' ? (body.segundoFactor as Pregunta) : null
}

export function opcionesAltaOf({ code, body }: Problem): OpcionesAlta | null {
  return code === 'acceso.factor_por_registrar' ? (body.segundoFactor as OpcionesAlta) : null
}
