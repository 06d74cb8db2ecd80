import { isOneOf } from '@conoceles/domain/typed'
import type { LocationQuery } from 'vue-router'

export const PARTES = ['todas', 'libres', 'mias'] as const
export const MOTIVOS = ['verificar', 'resolver_correccion', 'observacion_vencida'] as const

/** A question to the queue: whose it is, and why it waits. */
export interface ColaFilter {
  de?: (typeof PARTES)[number]
  motivo?: (typeof MOTIVOS)[number]
  actor?: string
  cargo?: string
}

/** The address is the state; what it cannot ask for is left out. */
export function colaFilterOf({ de, motivo, actor, cargo }: LocationQuery): ColaFilter {
  return {
    ...(isOneOf(PARTES, de) && de !== 'todas' ? { de } : {}),
    ...(isOneOf(MOTIVOS, motivo) ? { motivo } : {}),
    ...(typeof actor === 'string' && actor !== '' ? { actor } : {}),
    ...(typeof cargo === 'string' && cargo !== '' ? { cargo } : {}),
  }
}
