import type { Aspecto } from '@conoceles/cuestionarios'
import { fieldsOf } from '@conoceles/domain/typed'
import type { Proceso } from '../../../api-types.ts'
import { t, tn } from '../mensajes.ts'

/** Names of the cargos that a version is for. */
export function cargosText(cargos: readonly string[] | null, proceso: Proceso | null): string {
  if (cargos === null) return t('versiones.todosLosCargos')
  const names = cargos.map((clave) => proceso?.cargos.find((cargo) => cargo.clave === clave)?.nombre ?? clave)
  return names.join(', ')
}

/** Earlier or present value of an aspect of a question, in words. */
export function valorText(aspecto: Aspecto | null, valor: unknown): string {
  if (valor === null) return t('versiones.nada')
  if (typeof valor === 'boolean') return t(valor ? 'versiones.si' : 'versiones.no')
  if (typeof valor !== 'object') return String(valor)
  if (aspecto === 'condicion') return JSON.stringify(valor)
  return Array.isArray(valor) ? opcionesText(valor.map(String)) : partsText(fieldsOf(valor))
}

const MANY = 6

function opcionesText(options: string[]): string {
  const first = options.slice(0, MANY).join(', ')
  return options.length > MANY ? `${tn('versiones.opcionesN', options.length)}: ${first}…` : first
}

function partsText(value: Record<string, unknown>): string {
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${typeof part === 'object' && part !== null ? `(${partsText(fieldsOf(part))})` : String(part)}`)
    .join('; ')
}
