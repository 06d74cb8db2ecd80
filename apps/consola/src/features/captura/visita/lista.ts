import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import { keepLista, type FilaVisita } from '../../../shared/guardado/visita.ts'
import { useAccesoStore } from '../../../stores/acceso.ts'

const PART = 100
const MAX = 1_000

/** Keeps on this device which candidaturas the account has; a list that did not come whole leaves that of before. */
export async function keepCandidaturas(): Promise<void> {
  const acceso = useAccesoStore()
  const { cuenta } = acceso
  const filas = await readAll()
  if (filas !== null && cuenta !== null && acceso.cuenta?.id === cuenta.id) await keepLista(cuenta.id, filas)
}

async function readAll(before: readonly FilaVisita[] = [], despues?: string): Promise<readonly FilaVisita[] | null> {
  const part = await outcome(client.GET('/api/v1/candidaturas', { params: { query: { limite: PART, despues } } }))
  if (!part.ok) return null
  const filas = [...before, ...part.data.elementos.map(filaOf)]
  const { siguiente = null } = part.data
  return siguiente === null || filas.length >= MAX ? filas : readAll(filas, siguiente)
}

function filaOf({ id, nombre, cargoNombre, lugar, estatusCaptura }: FilaVisita): FilaVisita {
  return { id, nombre, cargoNombre, lugar, estatusCaptura }
}
