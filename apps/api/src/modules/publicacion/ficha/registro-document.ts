import { NOMBRE_BLOQUEADO } from '@conoceles/domain'
import type { Bloqueos } from './bloqueos.queries.ts'
import type { DocumentContext } from './document-context.ts'
import type { CandidaturaSource } from './source.queries.ts'

/** Public trace of a bloqueo: that there is one, never why. */
export function reservaOf(id: string, bloqueos: Bloqueos): 'persona' | 'parcial' | null {
  if (bloqueos.persona(id)) return 'persona'
  return bloqueos.some(id) ? 'parcial' : null
}

/** How she came to her place, and her companions; those under bloqueo keep no name here either. */
export function registroOf(source: CandidaturaSource, context: DocumentContext) {
  const { politica } = context
  const salida = salidaOf(source, context)
  return {
    partidoOrigen: politica.de('partidoOrigen', source.partidoOrigen),
    salida: politica.de('salida', salida && { ...salida, entra: salida.entra && named(salida.entra, context) }),
    pasaA: pasaAOf(source, context),
    sustituyeA: politica.de('sustituyeA', source.sustituyeA && named(source.sustituyeA, context)),
    formula: (politica.de('formula', source.formula) ?? []).map((each) => named(each, context)),
    planilla: (politica.de('formula', source.planilla) ?? []).map((each) => named(each, context)),
  }
}

type Registro = { [K in keyof ReturnType<typeof registroOf>]: ReturnType<typeof registroOf>[K] | null }

export const NOTHING_OF_THE_REGISTER = {
  partidoOrigen: null,
  salida: null,
  pasaA: null,
  sustituyeA: null,
  formula: [],
  planilla: [],
} satisfies Registro

function named<T extends { id: string; nombre: string }>(persona: T, { bloqueos }: DocumentContext): T {
  return bloqueos.persona(persona.id) ? { ...persona, nombre: NOMBRE_BLOQUEADO } : persona
}

/** Her present place; told only beside the cause that says so. */
function pasaAOf({ salida, otroLugar }: CandidaturaSource, { politica, causas }: DocumentContext) {
  const passed = causas.some(({ clave, publica, conLugar }) => publica && conLugar && clave === salida?.causa)
  return passed && politica.permite('salida') ? politica.de('salidaCausa', otroLugar) : null
}

const NO_ACT = { causa: null, desde: null, acuerdo: null, entra: null }

/** Only a cause that the catalogue marks as public is told. */
function salidaOf({ estatus, salida }: CandidaturaSource, { politica, causas }: DocumentContext) {
  if (estatus === 'aprobada') return null
  const { desde, acuerdo, entra, ...act } = salida ?? NO_ACT
  const causa = causas.find(({ clave, publica }) => publica && clave === act.causa)
  return { tipo: estatus, desde, acuerdo, causa: causa ? politica.de('salidaCausa', causa.nombre) : null, entra }
}
