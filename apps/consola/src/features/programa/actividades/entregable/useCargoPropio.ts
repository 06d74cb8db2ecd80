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
  /** Members with vote of the organ, whose charge is in force. */
  integrantes: ShallowRef<readonly CargoPropio[]>
  readPropia: () => Promise<void>
} {
  const acceso = useAccesoStore()
  const observa = acceso.puede('entregables.observar')
  const propia = shallowRef<CargoPropio | null>()
  const integrantes = shallowRef<readonly CargoPropio[]>([])

  async function readPropia(): Promise<void> {
    if (!observa || acceso.cuenta === null) return
    const { id } = acceso.cuenta
    const organos = await listOrganosQueSesionan()
    const todos = organos.ok ? organos.data.elementos : []
    const sorted = todos.toSorted((a, b) => Number(b.clave === organo) - Number(a.clave === organo))
    const found = await Promise.all(sorted.map(async ({ clave, nombre }) => cargosEn({ clave, nombre })))
    integrantes.value = (found[0] ?? []).filter(({ voto }) => voto)
    propia.value = found.flat().find(({ cuentaId }) => cuentaId === id) ?? null
  }

  return { observa, propia, integrantes, readPropia }
}

interface Cargo extends CargoPropio {
  cuentaId: string | null
  voto: boolean
}

/** Charges in force today in an organ. */
async function cargosEn({ clave, nombre }: { clave: string; nombre: string }): Promise<Cargo[]> {
  const result = await listIntegrantesDe(clave)
  const acting = result.ok ? result.data.elementos.filter(({ ejerce }) => ejerce !== null) : []
  return acting.map((each) => ({
    integrante: each.nombre,
    cargo: t('trabajo.cargoEn', { cargo: t(`sesiones.encargos.${each.ejerce ?? each.encargo}`), organo: nombre }),
    cuentaId: each.cuentaId,
    voto: each.voto,
  }))
}
