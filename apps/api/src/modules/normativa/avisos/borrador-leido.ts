import {
  compararFinalidades,
  completarAviso,
  decisionesPorRenovar,
  faltasDelAviso,
  leyQueRige,
  paragraphDiff,
  type AvisoState,
  type FaltaAviso,
  type LeyPack,
  type ReglasAvisoPack,
} from '@conoceles/domain'
import { huellaAviso, type AvisoPrivacidad } from '../../captura/avisos/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { BorradorAviso } from './borrador-aviso.entity.ts'
import type {
  BorradorAvisoCompletoDto,
  BorradorAvisoDto,
  DiferenciasAvisoDto,
  ParteAvisoDto,
  VersionAvisoCompletaDto,
  VersionAvisoDto,
  VotoPosibleDto,
} from './avisos.dto.ts'

/** A draft with all that its rules look at. */
export interface AvisoLeido {
  borrador: BorradorAviso
  reglas: ReglasAvisoPack
  ley: LeyPack | null
  /** Both texts as they would be read. */
  textos: { integral: string; simplificado: string }
  faltas: FaltaAviso[]
  /** The newest version published; null before the first. */
  base: AvisoPrivacidad | null
  state: AvisoState
}

export function leerAviso(
  borrador: BorradorAviso,
  { reglas, base, hoy }: { reglas: ReglasAvisoPack; base: AvisoPrivacidad | null; hoy: string },
): AvisoLeido {
  const { integral, simplificado, finalidades, vigenteDesde, estatus } = borrador
  const ley = leyQueRige(reglas.leyes, vigenteDesde ?? hoy)
  const from = { finalidades, ley, datos: reglas.datos }
  const textos = { integral: completarAviso(integral, from), simplificado: completarAviso(simplificado, from) }
  const faltas = faltasDelAviso({ integral, simplificado, ...from, reglas })
  const cambia = base === null || huellaAviso(textos) !== base.sha256
  const stops = faltas.filter(({ gravedad }) => gravedad === 'falta').length
  return {
    ...{ borrador, reglas, ley, textos, faltas, base },
    state: { estatus, faltas: stops, cambia, vigenteDesde, ultimaDesde: base?.vigenteDesde ?? null },
  }
}

export function toBorradorAviso(row: BorradorAviso, publicada: number | null): BorradorAvisoDto {
  const { id, estatus, version, vigenteDesde, guardadoEn } = row
  return { id, estatus, version, vigenteDesde, guardadoEn: toIso(guardadoEn), publicada }
}

interface Alrededor {
  publicada: number | null
  base: VersionAvisoDto | null
  votos: VotoPosibleDto[]
  porConfirmar: BorradorAvisoCompletoDto['porConfirmar']
  acciones: BorradorAvisoCompletoDto['acciones']
}

export function toBorradorAvisoCompleto(leido: AvisoLeido, { publicada, ...more }: Alrededor): BorradorAvisoCompletoDto {
  const { borrador, reglas, ley, faltas } = leido
  const { integral, simplificado, finalidades, comision, comite, historia } = borrador
  return {
    ...toBorradorAviso(borrador, publicada),
    ...{ integral, simplificado, finalidades, ley, faltas, comision, comite, historia },
    ...more,
    diferencias: diferenciasDe(leido),
    leyes: reglas.leyes,
    partes: reglas.partes.map((parte) => toParte(parte, ley)),
    datos: reglas.datos,
  }
}

function diferenciasDe({ base, textos, borrador: { finalidades, estatus } }: AvisoLeido): DiferenciasAvisoDto | null {
  if (!base || estatus === 'publicado') return null
  return {
    integral: paragraphDiff(base.integral, textos.integral),
    simplificado: paragraphDiff(base.simplificado, textos.simplificado),
    finalidades: compararFinalidades(base.finalidades ?? [], finalidades),
    porRenovar: decisionesPorRenovar(base.finalidades, finalidades),
  }
}

function toParte(
  { clave, nombre, avisos, titulos, contiene, articulos, fuente, confianza }: ReglasAvisoPack['partes'][number],
  ley: LeyPack | null,
): ParteAvisoDto {
  return { clave, nombre, avisos, titulos, contiene, fuente, confianza, articulo: (ley && articulos[ley.clave]) ?? null }
}

/** Newest first. `anterior`: the version before it, whose consents it may ask for again. */
export function toVersionAviso(
  row: AvisoPrivacidad,
  { rige, anterior }: { rige: boolean; anterior: AvisoPrivacidad | null },
): VersionAvisoDto {
  const { id, version, vigenteDesde, aprobacion, ley, sha256, publicadoEn } = row
  return {
    ...{ id, version, vigenteDesde, rige, aprobacion, ley, sha256, publicadoEn: publicadoEn && toIso(publicadoEn) },
    porRenovar: anterior ? decisionesPorRenovar(anterior.finalidades, row.finalidades) : [],
  }
}

export function toVersionAvisoCompleta(
  row: AvisoPrivacidad,
  more: { rige: boolean; anterior: AvisoPrivacidad | null },
): VersionAvisoCompletaDto {
  const { integral, simplificado, finalidades } = row
  return { ...toVersionAviso(row, more), integral, simplificado, finalidades }
}
