import { outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import { useAccesoStore } from '../../stores/acceso.ts'

const readCandidatura = (id: string) => outcome(client.GET('/api/v1/candidaturas/{id}', { params: { path: { id } } }))
const readCaptura = (id: string) => outcome(client.GET('/api/v1/candidaturas/{id}/captura', { params: { path: { id } } }))
const readPendientes = () => outcome(client.GET('/api/v1/pendientes'))

const ask = (id: string) => ({ candidatura: readCandidatura(id), captura: readCaptura(id), pendientes: readPendientes() })

let asked: Partial<ReturnType<typeof ask>> = {}

/** Asks what her page shows while its code comes: on a bad line one after the other is a wait. */
export function askMia(): void {
  const id = useAccesoStore().cuenta?.candidaturaId
  if (id) asked = ask(id)
}

/** Readers of her page. What was asked beside its code is taken once. */
export function readersOf(id: string) {
  const { candidatura, captura, pendientes } = asked
  asked = {}
  const first = <T>(answer: T | undefined, again: () => T): (() => T) => {
    let waiting = answer
    return () => {
      const taken = waiting ?? again()
      waiting = undefined
      return taken
    }
  }
  return {
    candidatura: first(candidatura, () => readCandidatura(id)),
    captura: first(captura, () => readCaptura(id)),
    pendientes: first(pendientes, readPendientes),
  }
}
