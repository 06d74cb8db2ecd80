import { NOMBRES_ROL, type Rol } from '@conoceles/domain'

/** Charges of an account, oldest first; `desde` in ISO. */
export interface ConCargos {
  rol: Rol
  cargos: readonly { cargo: string | null; desde: string }[]
}

/** The charge that an account held at an instant; without one, the name of its role. `rol`: under which it acted. */
export function cargoEl({ rol: own, cargos }: ConCargos, en: Date | string, rol: Rol = own): string {
  const instant = new Date(en).getTime()
  return cargos.findLast(({ desde }) => Date.parse(desde) <= instant)?.cargo ?? NOMBRES_ROL[rol]
}
