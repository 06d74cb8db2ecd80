import { endOfDay, NOMBRES_ROL, type ActoDerecho } from '@conoceles/domain'
import { cargoEl, type AccesoModule } from '../../acceso/index.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Names of the one that proposed it and of the one that made it effective, as a sentence for each act, by its folio. */
export async function dosPersonasDe(
  { hechos }: Pick<SolicitudDerecho, 'hechos'>,
  { cuentas, zona }: { cuentas: Pick<AccesoModule, 'nombrar'>; zona: string },
): Promise<ReadonlyMap<string, string>> {
  const first = hechos.findIndex(({ acto }) => DECIDIO[acto]?.primera)
  if (first < 0) return new Map()
  const two = hechos.slice(first).filter(({ acto, por }) => por && DECIDIO[acto])
  const named = new Map((await cuentas.nombrar(two.flatMap(({ por }) => por ?? []))).map((cuenta) => [cuenta.id, cuenta]))
  return new Map(
    two.flatMap(({ folio, acto, por, fecha, registrado }) => {
      const cuenta = named.get(por ?? '')
      if (!cuenta) return []
      const cargo = cargoEl(cuenta, endOfDay(registrado ?? fecha, zona).toString())
      return [[folio, `${DECIDIO[acto]?.dicho ?? ''} ${cuenta.nombre}, ${cargo}.`]]
    }),
  )
}

const DECIDIO: Partial<Record<ActoDerecho, { dicho: string; primera?: true }>> = {
  proponer_efectivo: { dicho: 'Lo propuso', primera: true },
  proponer_anular: { dicho: 'Lo propuso', primera: true },
  hacer_efectivo: { dicho: 'Lo confirmó' },
  suprimir: { dicho: 'Los suprimió' },
  anular: { dicho: 'Lo confirmó' },
  no_confirmar: { dicho: 'No lo confirmó' },
}

/** Official who received a request, with the charge of that instant; null: the persona sent it with her own account. */
export async function recibioDe(
  { creadaPor, creadaEn }: Pick<SolicitudDerecho, 'creadaPor' | 'creadaEn'>,
  cuentas: Pick<AccesoModule, 'nombrar'>,
): Promise<{ nombre: string; cargo: string } | null> {
  const [cuenta] = await cuentas.nombrar([creadaPor])
  if (!cuenta || cuenta.rol === 'candidata') return null
  const cargo = cargoEl(cuenta, creadaEn)
  return { nombre: cuenta.nombre, cargo: cargo === NOMBRES_ROL.transparencia ? 'Unidad de Transparencia' : cargo }
}
