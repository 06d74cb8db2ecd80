import type { AreaPack, Rol } from '@conoceles/domain'
import type { Alcance } from './calendario-enlace.entity.ts'

/** The secretaría answers for the whole before the INE. */
export function alcancesDe(rol: Rol): Alcance[] {
  return rol === 'secretaria' ? ['rol', 'todo'] : ['rol']
}

/** The areas whose duties a calendar carries. */
export function areasDe({ rol, alcance }: { rol: Rol; alcance: Alcance }, areas: readonly AreaPack[]): AreaPack[] {
  return areas.filter((area) => alcance === 'todo' || area.rol === rol)
}
