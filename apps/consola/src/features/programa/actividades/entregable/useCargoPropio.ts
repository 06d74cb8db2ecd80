import { shallowRef, type ShallowRef } from 'vue'
import { t } from '../../mensajes.ts'
import { useAccesoStore } from '../../../../stores/acceso.ts'
import { listIntegrantesDe, listOrganosQueSesionan } from './entregables.api.ts'

/** Name and charge of a member, as she signs an observación. */
export interface CargoPropio {
  integrante: string
  cargo: string
}

/** Organ whose reunión de trabajo hears the observaciones: a charge in it goes first, unless the point is of another organ. */
const OBSERVA = 'comision'

/** The charge that the account exercises today; null: it has none. Undefined while nobody answered, so that a form waits for it. */
export function useCargoPropio(organo = OBSERVA): {
  /** Whether the account observes at all. */
  observa: boolean
  propia: ShallowRef<CargoPropio | null | undefined>
  readPropia: () => Promise<void>
} {
  const acceso = useAccesoStore()
  const observa = acceso.puede('entregables.observar')
  const propia = shallowRef<CargoPropio | null>()

  async function readPropia(): Promise<void> {
    if (!observa || acceso.cuenta === null) return
    const { id } = acceso.cuenta
    const organos = await listOrganosQueSesionan()
    const todos = organos.ok ? organos.data.elementos : []
    const sorted = todos.toSorted((a, b) => Number(b.clave === organo) - Number(a.clave === organo))
    const found = await Promise.all(sorted.map(async ({ clave, nombre }) => cargoEn({ clave, nombre }, id)))
    propia.value = found.find((each) => each !== null) ?? null
  }

  return { observa, propia, readPropia }
}

async function cargoEn({ clave, nombre }: { clave: string; nombre: string }, cuentaId: string): Promise<CargoPropio | null> {
  const result = await listIntegrantesDe(clave)
  const own = result.ok ? result.data.elementos.find((each) => each.cuentaId === cuentaId && each.ejerce !== null) : undefined
  return own
    ? {
        integrante: own.nombre,
        cargo: t('trabajo.cargoEn', { cargo: t(`sesiones.encargos.${own.ejerce ?? own.encargo}`), organo: nombre }),
      }
    : null
}
