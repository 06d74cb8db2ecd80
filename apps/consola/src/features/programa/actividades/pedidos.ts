import type { Acuse, ContenidoSenalado, ObservacionNueva, PasoNuevo, RespuestaNueva, VersionNueva } from '../../../api-types.ts'
import type { Problem } from '../../../shared/red/problems.ts'

/** Body that each act on an entregable sends. */
export interface Cuerpos {
  paso: PasoNuevo & { paso: string }
  anularPaso: { paso: string; motivo: string }
  version: VersionNueva
  retirarVersion: { numero: number; motivo: string }
  contenido: ContenidoSenalado
  quitarContenido: { contenido: string; motivo: string }
  observacion: ObservacionNueva
  respuesta: RespuestaNueva & { id: string }
  retirarObservacion: { id: string; motivo: string }
}

/** An act that a form asks for: which form it is, "documentos nueva", begins with its section. */
export type Pedido = { [A in keyof Cuerpos]: { acto: A; form: string; body: Cuerpos[A] } }[keyof Cuerpos]

/** The last act that was asked for: on its way, refused, or done with its acuse. */
export interface UltimoActo {
  form: string
  busy: boolean
  problem: Problem | null
  acuse: Acuse | null
}

/** How it goes for one form. */
export interface Envio {
  busy: boolean
  problem: Problem | null
  folio: string | null
}

export function envioDe(ultimo: UltimoActo | null, form: string): Envio {
  if (ultimo?.form !== form) return { busy: false, problem: null, folio: null }
  return { busy: ultimo.busy, problem: ultimo.problem, folio: ultimo.acuse?.folio ?? null }
}
