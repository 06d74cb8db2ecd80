import { seccionesDe, type Respuestas, type Seccion as SeccionDefinition } from '@conoceles/cuestionarios'
import {
  razonesContraCapturarIdentidad,
  type CapturaState,
  type Completeness,
  type EleccionConsentimiento,
  type ObservacionAbierta,
  type SeccionState,
  type Situacion,
} from '@conoceles/domain'
import type { ConsentimientoRow } from '../consentimientos/index.ts'
import type { Catalogos } from '../../proceso/index.ts'
import type { CapturaRow } from '../secciones/captura.queries.ts'
import type { Encima } from '../secciones/encima.queries.ts'
import type { Seccion } from '../secciones/seccion.entity.ts'
import type { Vigente } from '../vigentes/vigentes.ts'

/** A section by its cuestionario and its clave. */
export interface Lugar {
  cuestionario: 'curricular' | 'identidad'
  seccion: string
}

/** A captura with all that its rules look at, read in one transaction. */
export interface Expediente {
  captura: CapturaRow
  state: CapturaState
  catalogos: Catalogos
  vigentes: Vigente[]
  secciones: Seccion[]
  encima: Encima[]
  consentimiento: ConsentimientoRow | null
  /** Choices that the aviso in force asks for again. */
  porRenovar: EleccionConsentimiento[]
  completeness: Completeness
}

interface Asked {
  cuenta: string
  lugar?: Lugar
  observacion?: Encima
  trasCierre?: boolean
}

/** Situation that the rules of `domain` judge. A section that nobody saved is a blank one. */
export function situacionDe(expediente: Expediente, { cuenta, lugar, observacion, trasCierre = false }: Asked): Situacion {
  const { state: captura, completeness } = expediente
  const orden = expediente.catalogos.revision.orden.clave
  const seccion = lugar ? seccionState(expediente, lugar) : null
  const secciones = expediente.secciones.flatMap((row) => {
    const cuestionario = tipoOf(expediente, row)
    return cuestionario ? [seccionState(expediente, { cuestionario, seccion: row.clave })] : []
  })
  return {
    captura,
    orden,
    enRevision: expediente.captura.enRevision,
    secciones,
    completeness,
    seccion,
    observacion: observacion?.clase === 'observacion' ? observacion : null,
    cuenta,
    trasCierre,
  }
}

/** The row of a section; undefined when nobody saved it. */
export function rowOf(
  { vigentes, secciones }: Pick<Expediente, 'vigentes' | 'secciones'>,
  { cuestionario, seccion }: Lugar,
): Seccion | undefined {
  const vigente = vigentes.find(({ row }) => row.tipo === cuestionario)
  return secciones.find(({ cuestionarioId, clave }) => cuestionarioId === vigente?.row.id && clave === seccion)
}

const UNSAVED = { estatus: 'vacia', version: 0, versionValidada: null, versionVerificada: null, reabierta: false } as const

/** A section as the rules see it. */
export function seccionState(expediente: Pick<Expediente, 'vigentes' | 'secciones' | 'encima'>, lugar: Lugar): SeccionState {
  const { estatus, version, versionValidada, versionVerificada, reabierta } = rowOf(expediente, lugar) ?? UNSAVED
  const over = expediente.encima.filter(({ cuestionario, seccion }) => cuestionario === lugar.cuestionario && seccion === lugar.seccion)
  const correccion = over.find(({ clase }) => clase === 'correccion')
  return {
    titulo: definitionOf(expediente, lugar)?.titulo ?? lugar.seccion,
    cuestionario: lugar.cuestionario,
    estatus,
    version,
    versionValidada,
    versionVerificada,
    observaciones: over.filter(({ clase }) => clase === 'observacion'),
    correccion: correccion ? stageOf(correccion) : null,
    pausada: over.some(({ clase }) => clase === 'pausa'),
    reabierta,
  }
}

function stageOf({ aceptada }: Encima): 'aceptada' | 'solicitada' {
  return aceptada ? 'aceptada' : 'solicitada'
}

/** The open observaciones of a section but one. */
export function otherObservaciones({ encima }: Expediente, lugar: Lugar, except: string | undefined): ObservacionAbierta[] {
  return encima.filter(
    ({ id, clase, cuestionario, seccion }) =>
      clase === 'observacion' && id !== except && cuestionario === lugar.cuestionario && seccion === lugar.seccion,
  )
}

/** Definition of a section in the cuestionario in force; undefined when it has no such section. */
export function definitionOf({ vigentes }: Pick<Expediente, 'vigentes'>, { cuestionario, seccion }: Lugar): SeccionDefinition | undefined {
  const vigente = vigentes.find(({ row }) => row.tipo === cuestionario)
  return vigente && seccionesDe(vigente.compiled).find(({ clave }) => clave === seccion)
}

function tipoOf({ vigentes }: Expediente, { cuestionarioId }: Seccion): Lugar['cuestionario'] | undefined {
  return vigentes.find(({ row }) => row.id === cuestionarioId)?.row.tipo
}

/** Reason why no identity answer of this persona is received: her decision, or the suppression of her answers. */
export function razonesDeConsentimiento({
  captura,
  consentimiento,
  porRenovar,
}: Pick<Expediente, 'captura' | 'consentimiento' | 'porRenovar'>): string[] {
  const why = { porRenovar: porRenovar.includes('tratamiento'), suprimida: captura.conSupresion }
  return razonesContraCapturarIdentidad(tratamientoOf(consentimiento), why)
}

/** Decision of the persona on the treatment of her identity answers; null: none that counts. */
function tratamientoOf(consentimiento: ConsentimientoRow | null): boolean | null {
  return consentimiento && consentimiento.revision !== 'rechazada' ? consentimiento.tratamiento : null
}

/** Those of some questions. */
export function pick(respuestas: Respuestas, campos: readonly string[]): Respuestas {
  return Object.fromEntries(Object.entries(respuestas).filter(([key]) => campos.includes(key)))
}
