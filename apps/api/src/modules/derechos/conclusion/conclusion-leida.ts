import {
  actosDe,
  razonesContraEtapa,
  reglaEtapaEnPalabras,
  requiereDosPersonas,
  seLePasoElDia,
  type ConclusionPack,
  type EtapaConclusionPack,
  type EtapaPlan,
} from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { EtapaConclusionDto, ProgresoConclusionDto } from './conclusion.dto.ts'
import type { EtapaConclusion } from './etapa-conclusion.entity.ts'

export interface Leida {
  pack: ConclusionPack
  jornada: string
  hoy: string
  rows: readonly EtapaConclusion[]
  plan: readonly EtapaPlan[]
}

export function toEtapas({ pack, plan, rows, hoy }: Leida, { quien, cuentas }: { quien: Quien; cuentas: ReadonlyMap<string, number> }) {
  return pack.etapas.flatMap((each, at): EtapaConclusionDto[] => {
    const etapa = plan[at]
    const row = rows.find(({ clave }) => clave === each.clave)
    return etapa ? [{ ...whatItIs(each, cuentas), ...howItStands(etapa, { row, hoy, quien }), base: row?.base ?? each.base }] : []
  })
}

function whatItIs(each: EtapaConclusionPack, cuentas: ReadonlyMap<string, number>) {
  const { clave, nombre, explicacion, fuente, confianza, toma, conserva } = each
  return {
    ...{ clave, nombre, explicacion, fuente, confianza, conserva },
    regla: reglaEtapaEnPalabras(each),
    toma: toma.map((kind) => ({ clave: kind, cuantas: cuentas.get(kind) ?? 0 })),
    dosPersonas: requiereDosPersonas(clave),
  }
}

function howItStands(etapa: EtapaPlan, { row, hoy, quien }: { row: EtapaConclusion | undefined; hoy: string; quien: Quien }) {
  const { fecha, origen, estatus, clave } = etapa
  return {
    ...{ fecha, origen, estatus, atrasada: seLePasoElDia(etapa, hoy) },
    ...whatWasWritten(row ?? BLANK, quien),
    acciones: actosDe(clave).map((acto) => {
      const razones = razonesContraEtapa(acto, etapa, quien)
      return { acto, permitido: razones.length === 0, razones }
    }),
  }
}

type Written = Pick<EtapaConclusion, 'sustento' | 'version' | 'propuestaPor' | 'propuestaEn' | 'confirmadaEn' | 'concluidaEn'>

/** A stage of which nothing was written down yet. */
const BLANK: Written = { sustento: null, version: 0, propuestaPor: null, propuestaEn: null, confirmadaEn: null, concluidaEn: null }

function whatWasWritten({ sustento, version, propuestaPor, propuestaEn, confirmadaEn, concluidaEn }: Written, { cuentaId }: Quien) {
  return {
    ...{ sustento, version, propia: propuestaPor === cuentaId },
    propuestaEn: toIso(propuestaEn),
    confirmadaEn: toIso(confirmadaEn),
    concluidaEn: toIso(concluidaEn),
  }
}

/** How far the suppression went; null before it begins. */
export function progresoOf(rows: readonly EtapaConclusion[]): ProgresoConclusionDto | null {
  const progreso = rows.find(({ clave }) => clave === 'supresion')?.progreso
  return progreso ? { hechas: progreso.candidaturas, total: progreso.total } : null
}
