import type { IconName } from '@conoceles/ui'

/** The shape of how a moment stands; its word always goes beside it. */
export function iconOf(estatus: string): IconName {
  return SHAPES[estatus] ?? 'blank'
}

const SHAPES: Record<string, IconName> = {
  vencida: 'error',
  por_vencer: 'warning',
  en_curso: 'pending',
  cumplida_en_tiempo: 'success',
  cumplida_tarde: 'success',
}
