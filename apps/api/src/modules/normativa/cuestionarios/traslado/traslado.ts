import { randomUUID } from 'node:crypto'
import {
  carrySections,
  seccionesIntactas,
  seccionesOpcionales,
  type CompiledCuestionario,
  type Respuestas,
  type SeccionTrasladada,
  type Traslados,
} from '@conoceles/cuestionarios'
import { estatusTras, type EstatusSeccion } from '@conoceles/domain'
import { merged } from '@conoceles/domain/typed'
import type { Cuestionario } from '../../../captura/index.ts'

/** From which version to which, and how its answers pass. */
export interface Salto {
  tipo: Cuestionario['tipo']
  antes: CompiledCuestionario
  despues: CompiledCuestionario
  traslados: Traslados
}

/** A section as it stands under the version before. */
export interface SeccionRow {
  id: string
  candidaturaId: string
  clave: string
  estatus: EstatusSeccion
  version: number
  versionValidada: number | null
  versionVerificada: number | null
  reabierta: boolean
  /** Null of identity, whose answers pass when they are read. */
  respuestas: Respuestas | null
}

/** A section as the next version leaves it. */
export interface SeccionPasada {
  id: string
  candidaturaId: string
  clave: string
  estatus: EstatusSeccion
  version: number
  reabierta: boolean
  respuestas: Respuestas | null
  nueva: boolean
  /** Whether its answers are others than they were. */
  cambia: boolean
  /** Whether nobody has to look again. */
  conserva: boolean
  /** Whether it was in the hands of the institute, and returns to the actor político. */
  seAbre: boolean
}

type Carried = Pick<SeccionPasada, 'clave' | 'respuestas' | 'conserva' | 'cambia'> & { capturado: 'vacia' | 'en_captura' | 'completa' }

const SENT: readonly EstatusSeccion[] = ['validada', 'verificada', 'observada']
const OPEN: readonly EstatusSeccion[] = ['vacia', 'en_captura', 'completa']

/** Carries the sections of one candidatura over; for one that saved nothing it gives none. */
export class Pasador {
  private readonly intactas: ReadonlySet<string>
  private readonly opcionales: ReadonlySet<string>

  constructor(private readonly salto: Salto) {
    this.intactas = seccionesIntactas(salto.antes, salto.despues, salto.traslados)
    this.opcionales = seccionesOpcionales(salto.despues)
  }

  pasar(rows: readonly SeccionRow[]): SeccionPasada[] {
    const [first] = rows
    if (!first) return []
    const sent = rows.some(({ versionValidada }) => versionValidada !== null)
    return this.carried(rows).flatMap((carried) => {
      const row = rows.find(({ clave }) => clave === carried.clave)
      if (row) return [passed(row, carried)]
      if (sent && this.opcionales.has(carried.clave) && isBlank(carried)) return [unasked(first.candidaturaId, carried)]
      return sent || carried.capturado !== 'vacia' ? [added(first.candidaturaId, { ...carried, sent })] : []
    })
  }

  private carried(rows: readonly SeccionRow[]): Carried[] {
    const { tipo, despues } = this.salto
    if (tipo === 'identidad') return despues.secciones.map(({ clave }) => this.unread(clave, rows))
    const todas = merged(rows.map(({ respuestas }) => respuestas ?? {}))
    return carrySections(this.salto, todas).map((each) => this.read(each, rows))
  }

  /** A section in the hands of the institute stays there unless its answers stopped being valid; one that is open, if it stands as before. */
  private read({ clave, respuestas, completa, intacta }: SeccionTrasladada, rows: readonly SeccionRow[]): Carried {
    const row = rows.find((each) => each.clave === clave)
    const capturado = capturadoOf({ respuestas, completa })
    if (!row) return { clave, respuestas, capturado, conserva: false, cambia: true }
    const same = this.intactas.has(clave)
    const conserva = OPEN.includes(row.estatus) ? row.estatus === capturado : same || intacta
    const kept = conserva && same ? onlyOf(row.respuestas, this.camposOf(clave)) : respuestas
    return { clave, respuestas: kept, capturado, conserva, cambia: !isSame(kept, row.respuestas ?? {}) }
  }

  /** Nobody here may read the answers: one stays only where every answer stays valid. */
  private unread(clave: string, rows: readonly SeccionRow[]): Carried {
    const row = rows.find((each) => each.clave === clave)
    const begun = row && row.estatus !== 'vacia' ? 'en_captura' : 'vacia'
    return { clave, respuestas: null, conserva: row !== undefined && this.intactas.has(clave), cambia: false, capturado: begun }
  }

  private camposOf(clave: string): readonly string[] {
    return this.salto.despues.secciones.find((each) => each.clave === clave)?.campos ?? []
  }
}

function passed(row: SeccionRow, { respuestas, conserva, cambia, capturado }: Carried): SeccionPasada {
  const base = { id: row.id, candidaturaId: row.candidaturaId, clave: row.clave, nueva: false, respuestas, cambia, conserva }
  const { reabierta, version } = row
  // Nobody holds a page of a sent section: its version tells which text was validated and verified.
  const saved = cambia && OPEN.includes(row.estatus) ? version + 1 : version
  if (conserva) return { ...base, estatus: row.estatus, version: saved, reabierta, seAbre: false }
  const estatus = estatusTras('trasladar', row.estatus, { ...row, observaciones: [], capturado })
  const seAbre = SENT.includes(row.estatus)
  return { ...base, estatus, seAbre, version: version + 1, reabierta: reabierta || seAbre }
}

function added(candidaturaId: string, { clave, respuestas, capturado, sent }: Carried & { sent: boolean }): SeccionPasada {
  const place = { id: randomUUID(), candidaturaId, clave, nueva: true, conserva: false, cambia: true }
  return { ...place, estatus: capturado, version: 1, reabierta: sent, respuestas, seAbre: sent }
}

/** A section that asks nothing obligatory of somebody who already sent the rest: it waits, blank, for a correction that she asks for. */
function unasked(candidaturaId: string, { clave }: Carried): SeccionPasada {
  const place = { id: randomUUID(), candidaturaId, clave, nueva: true, conserva: true, cambia: false }
  return { ...place, estatus: 'verificada', version: 0, reabierta: false, respuestas: null, seAbre: false }
}

function capturadoOf({ respuestas, completa }: Pick<SeccionTrasladada, 'respuestas' | 'completa'>): Carried['capturado'] {
  if (completa) return 'completa'
  return Object.keys(respuestas).length === 0 ? 'vacia' : 'en_captura'
}

function isBlank({ respuestas }: Carried): boolean {
  return Object.keys(respuestas ?? {}).length === 0
}

function onlyOf(respuestas: Respuestas | null, campos: readonly string[]): Respuestas {
  return Object.fromEntries(Object.entries(respuestas ?? {}).filter(([campo]) => campos.includes(campo)))
}

function isSame(one: Respuestas, other: Respuestas): boolean {
  const text = (answers: Respuestas) => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  return text(one) === text(other)
}
