import { MODOS_TRASLADO, type Traslado, type Traslados } from '@conoceles/cuestionarios'
import { fieldsOf } from '@conoceles/domain/typed'

const MAX = 300

/** Whether the request holds choices of carrying over; whether they can be carried out, `trasladoFaults` says. */
export function isTraslados(value: Record<string, unknown>): value is Traslados {
  const entries = Object.entries(value)
  return entries.length <= MAX && entries.every(([campo, traslado]) => campo.length <= MAX && isTraslado(traslado))
}

function isTraslado(value: unknown): value is Traslado {
  if (value === null || typeof value !== 'object') return false
  const { modo, de, opciones, ...rest } = fieldsOf(value)
  const known = MODOS_TRASLADO.some((each) => each === modo) && Object.keys(rest).length === 0
  return known && (de === undefined || isShort(de)) && (opciones === undefined || isOpciones(opciones))
}

function isOpciones(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.values(value).every((option) => option === null || isShort(option))
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX
}
