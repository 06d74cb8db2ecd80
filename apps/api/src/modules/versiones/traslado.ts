import { randomUUID } from 'node:crypto'
import { carrySections, seccionesIntactas, type CompiledCuestionario, type Respuestas, type Traslados } from '@conoceles/cuestionarios'
import { estatusTras, type EstatusSeccion } from '@conoceles/domain'
import type { Cuestionario } from '../cuestionarios/index.ts'

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
  /** Whether nobody has to look again. */
  conserva: boolean
  /** Whether it was in the hands of the institute, and returns to the actor político. */
  seAbre: boolean
}

type Carried = Pick<SeccionPasada, 'clave' | 'respuestas' | 'conserva'> & { capturado: 'vacia' | 'en_captura' | 'completa' }

const SENT: readonly EstatusSeccion[] = ['validada', 'verificada', 'observada']

/** What becomes of the sections of one candidatura; of one who saved nothing, nothing. */
export class Pasador {
  readonly intactas: ReadonlySet<string>

  constructor(private readonly salto: Salto) {
    this.intactas = seccionesIntactas(salto.antes, salto.despues, salto.traslados)
  }

  pasar(rows: readonly SeccionRow[]): SeccionPasada[] {
    const [first] = rows
    if (!first) return []
    const sent = rows.some(({ versionValidada }) => versionValidada !== null)
    return this.carried(rows).flatMap((carried) => {
      const row = rows.find(({ clave }) => clave === carried.clave)
      if (row) return [passed(row, carried)]
      const asked = sent || carried.capturado !== 'vacia'
      return asked ? [added(first.candidaturaId, { ...carried, sent })] : []
    })
  }

  private carried(rows: readonly SeccionRow[]): Carried[] {
    const { tipo, despues } = this.salto
    if (tipo === 'identidad') return despues.secciones.map(({ clave }) => this.unread(clave, rows))
    if (despues.secciones.every(({ clave }) => this.intactas.has(clave))) return rows.map(asItWas)
    const todas = Object.assign({}, ...rows.map(({ respuestas }) => respuestas ?? {})) as Respuestas
    return carrySections(this.salto, todas).map(({ clave, respuestas, completa, intacta }) => {
      const row = rows.find((each) => each.clave === clave)
      if (row && this.intactas.has(clave)) return asItWas(row)
      const begun = Object.keys(respuestas).length === 0 ? 'vacia' : 'en_captura'
      return { clave, respuestas, conserva: intacta && row !== undefined, capturado: completa ? 'completa' : begun }
    })
  }

  /** Nobody here may read what was answered: whoever may says whether something is missing. */
  private unread(clave: string, rows: readonly SeccionRow[]): Carried {
    const row = rows.find((each) => each.clave === clave)
    if (row && this.intactas.has(clave)) return asItWas(row)
    return { clave, respuestas: null, conserva: false, capturado: row && row.estatus !== 'vacia' ? 'en_captura' : 'vacia' }
  }
}

function asItWas({ clave, estatus, respuestas }: SeccionRow): Carried {
  const capturado = estatus === 'vacia' || estatus === 'en_captura' ? estatus : 'completa'
  return { clave, respuestas, conserva: true, capturado }
}

function passed(row: SeccionRow, { respuestas, conserva, capturado }: Carried): SeccionPasada {
  const base = { id: row.id, candidaturaId: row.candidaturaId, clave: row.clave, nueva: false }
  if (conserva) return { ...base, ...only(row), respuestas: row.respuestas, conserva, seAbre: false }
  const estatus = estatusTras('trasladar', row.estatus, { ...row, observaciones: [], capturado })
  const seAbre = SENT.includes(row.estatus)
  return { ...base, respuestas, conserva, estatus, seAbre, version: row.version + 1, reabierta: row.reabierta || seAbre }
}

function added(candidaturaId: string, { clave, respuestas, capturado, sent }: Carried & { sent: boolean }): SeccionPasada {
  const place = { id: randomUUID(), candidaturaId, clave, nueva: true, conserva: false }
  return { ...place, estatus: capturado, version: 1, reabierta: sent, respuestas, seAbre: sent }
}

function only({ estatus, version, reabierta }: SeccionRow): Pick<SeccionPasada, 'estatus' | 'version' | 'reabierta'> {
  return { estatus, version, reabierta }
}
