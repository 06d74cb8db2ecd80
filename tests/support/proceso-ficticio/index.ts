import type { ProcesoPack } from '@conoceles/domain'
import { faltasDePaquete } from '@conoceles/paquetes'
import { mensajesEnEspanol } from '../mensajes.ts'

export { packFicticio } from './pack.ts'

/** Faults of a pack, one sentence each; none when it can be loaded. */
export function packFaults(pack: ProcesoPack): string[] {
  return faltasDePaquete(pack, mensajesEnEspanol()).map(({ dice }) => dice)
}
