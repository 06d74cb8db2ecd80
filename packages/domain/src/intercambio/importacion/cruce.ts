import { groupBy } from '../../base/group.ts'
import type { CandidaturaListada } from './fila.ts'
import type { ErrorFila } from './textos.ts'

interface Juzgada {
  fila: number
  clave: string | null
  /** Null: refused by itself. */
  candidatura: CandidaturaListada | null
}

interface Acuerdo {
  numero: string
  fecha: string
}

/** Part of a row that the other rows may contradict. */
interface Cruzada {
  fila: number
  clave: string | null
  /** Null once refused. */
  acuerdo: Acuerdo | null
  lugar: string | null
  accepted: boolean
}

interface Place {
  lugar: string | null
  /** Clave of who holds that place in the register. */
  ocupante: string | undefined
  /** Whether the row takes its place, as one of a candidatura that ended does not. */
  claims: boolean
}

/** Rows of one list held against each other; a hundred thousand fit because of each only its keys are kept. */
export interface Cruce {
  add(juzgada: Juzgada, place: Place): void
  /** Rows refused by the others, by number. */
  close(): Map<number, ErrorFila[]>
}

export function createCruce(fechaAcuerdo: (numero: string) => string | undefined): Cruce {
  const rows: Cruzada[] = []
  const ocupantes = new Map<string, string>()
  // A list names few acuerdos: one object for each, not one for each row.
  const acuerdos = new Map<string, Acuerdo>()
  const acuerdoOf = ({ acuerdoNumero: numero, acuerdoFecha: fecha }: CandidaturaListada): Acuerdo => {
    const known = acuerdos.get(`${numero}|${fecha}`) ?? { numero, fecha }
    acuerdos.set(`${numero}|${fecha}`, known)
    return known
  }
  return {
    add({ fila, clave, candidatura }, { lugar, ocupante, claims }) {
      if (lugar !== null && ocupante !== undefined) ocupantes.set(lugar, ocupante)
      rows.push({
        fila,
        clave,
        acuerdo: candidatura && acuerdoOf(candidatura),
        lugar: claims ? lugar : null,
        accepted: candidatura !== null,
      })
    },
    close() {
      const faults = new Map<number, ErrorFila[]>()
      const refuse: Refuse = (row, error) => {
        row.accepted = false
        const known = faults.get(row.fila)
        if (known) known.push(error)
        else faults.set(row.fila, [error])
      }
      refuseRepeatedClaves(rows, refuse)
      refuseOtherDates(rows, { fechaAcuerdo, refuse })
      refuseTakenPlaces(rows, { ocupantes, refuse })
      // The caller goes on to write the list and no longer needs the keys.
      rows.length = 0
      ocupantes.clear()
      return faults
    },
  }
}

type Refuse = (row: Cruzada, error: ErrorFila) => void

/** Rows that claim the same are all refused: which of them is right, the file does not say. By the clave as written: an unreadable row counts. */
function refuseRepeatedClaves(rows: Cruzada[], refuse: Refuse): void {
  for (const [clave, group] of groupBy(rows, ({ clave }) => clave)) {
    if (clave !== null && group.length > 1) refuseGroup(group, { columna: 'clave', what: 'La misma clave está', refuse })
  }
}

const NAMED = 5

function refuseGroup(group: Cruzada[], { columna, what, refuse }: { columna: string; what: string; refuse: Refuse }): void {
  const first = group.slice(0, NAMED + 1).map(({ fila }) => fila)
  for (const row of group) {
    const others = first.filter((fila) => fila !== row.fila).slice(0, NAMED)
    const rest = group.length - 1 - others.length
    refuse(row, { columna, razon: `${what} en la fila ${others.join(', ')}${rest > 0 ? ` y en ${rest} más` : ''}.` })
  }
}

interface Acuerdos {
  fechaAcuerdo: (numero: string) => string | undefined
  refuse: Refuse
}

/** One acuerdo has one date, in the file and in the system. */
function refuseOtherDates(rows: Cruzada[], { fechaAcuerdo, refuse }: Acuerdos): void {
  const accepted = rows.filter((row) => row.accepted)
  for (const [numero, group] of groupBy(accepted, ({ acuerdo }) => acuerdo?.numero ?? null)) {
    const known = fechaAcuerdo(numero ?? '')
    const fechas = new Set(group.map(({ acuerdo }) => acuerdo?.fecha ?? ''))
    if (known === undefined && fechas.size === 1) continue
    const error = { columna: 'acuerdo_fecha', razon: otherDate(known, fechas) }
    for (const row of group.filter(({ acuerdo }) => acuerdo?.fecha !== known)) refuse(row, error)
  }
}

function otherDate(known: string | undefined, fechas: Set<string>): string {
  if (known !== undefined) return `Ese acuerdo está registrado con la fecha ${known}.`
  return `El archivo da a ese acuerdo varias fechas: ${[...fechas].sort().slice(0, NAMED).join(', ')}.`
}

interface Lugares {
  ocupantes: ReadonlyMap<string, string>
  refuse: Refuse
}

/**
 * One persona for each place. A refused row leaves its candidatura where it was, which may take the place of another: the row that claims that
 * place is looked at again, and so on until nothing moves.
 */
function refuseTakenPlaces(rows: Cruzada[], { ocupantes, refuse }: Lugares): void {
  const accepted = rows.filter((row) => row.accepted)
  const moving = new Set(accepted.map(({ clave }) => clave))
  const claims = groupBy(accepted, ({ lugar }) => lugar)
  const heldBy = new Map([...ocupantes].map(([lugar, clave]) => [clave, lugar]))
  let turn = [...claims.keys()]
  while (turn.length > 0) {
    const refused = turn.flatMap((lugar) => {
      const claimants = lugar === null ? [] : (claims.get(lugar) ?? []).filter((row) => row.accepted)
      const holder = ocupantes.get(lugar ?? '')
      return refuseClaimants(claimants, { holder: holder !== undefined && !moving.has(holder) ? holder : null, refuse })
    })
    for (const { clave } of refused) moving.delete(clave)
    turn = refused.map(({ clave }) => heldBy.get(clave ?? '') ?? null)
  }
}

/** Refuses the rows that do not get the place: all of several, and the only one when somebody stays there. */
function refuseClaimants(claimants: Cruzada[], { holder, refuse }: { holder: string | null; refuse: Refuse }): Cruzada[] {
  const [first] = claimants
  if (!first) return []
  if (claimants.length > 1) refuseGroup(claimants, { columna: 'numero', what: 'El mismo lugar, con la misma calidad, está', refuse })
  else if (holder === null) return []
  else refuse(first, { columna: 'numero', razon: `Ese lugar ya lo ocupa la candidatura «${holder}».` })
  return claimants
}
