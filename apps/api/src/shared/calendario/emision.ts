import { canonical, sha256 } from '../criptografia/canonical.ts'

/** Something with a day or several, as the calendar of a telephone shows it. */
export interface EventoCalendario {
  /** Never changes, even when everything else of the event does. */
  uid: string
  /** Local days, both included. */
  inicio: string
  fin: string
  titulo: string
  texto: string
  enlace: string | null
  /** Its date may still change. */
  provisional: boolean
  /** Days before at which the telephone says so, at that hour. */
  avisos: { dias: number[]; hora: string }
}

/** Last version of one event that a calendar sent. It is kept for good: subscribers hear of events taken away too. */
export interface Emitido {
  uid: string
  contenido: EventoCalendario
  huella: string
  cancelado: boolean
  /** Grows with each change; clients believe the greater one. */
  secuencia: number
  cambiadoEn: string
}

/** Rows to write after a look: new events, changed ones, and those that are no more. None when nothing changed. */
export function emitirCambios(emitidos: readonly Emitido[], eventos: readonly EventoCalendario[], en: string): Emitido[] {
  const known = new Map(emitidos.map((each) => [each.uid, each]))
  const now = new Set(eventos.map(({ uid }) => uid))
  const present = eventos.map((contenido) => ({ uid: contenido.uid, contenido, huella: sha256(canonical(contenido)), cancelado: false }))
  const gone = emitidos.filter(({ uid, cancelado }) => !now.has(uid) && !cancelado).map((each) => ({ ...each, cancelado: true }))
  return [...present, ...gone].flatMap((next) => {
    const before = known.get(next.uid)
    if (before?.huella === next.huella && before.cancelado === next.cancelado) return []
    return [{ ...next, secuencia: before ? before.secuencia + 1 : 0, cambiadoEn: en }]
  })
}
