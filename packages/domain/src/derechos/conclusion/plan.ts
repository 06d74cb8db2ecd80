import { createDiasHabiles, type ReglasLaborales } from '../../base/dias-habiles.ts'
import type { ClaveEtapa, ConclusionPack, EtapaConclusionPack, EventoConclusion } from './pack.ts'

/** Recorded facts of a stage. Days of the law, ISO; accounts by their id. */
export interface HechosEtapa {
  clave: ClaveEtapa
  /** Day that an acuerdo fixed; null: only the rule of the pack speaks. */
  fijada: string | null
  propuestaPor: string | null
  /** Day on which it was ordered, and on which it was over. */
  confirmada: string | null
  concluida: string | null
}

/**
 * `por_confirmar`: nobody said its day. `programada`: its day has not come. `en_espera`: it came, and the stage before is not over.
 * `disponible`: it may be carried out today. `atrasada`: the same, and its day is over. `propuesta`: one of two people asked for it.
 */
export const ESTATUS_ETAPA = [
  'por_confirmar',
  'programada',
  'en_espera',
  'disponible',
  'atrasada',
  'propuesta',
  'en_curso',
  'realizada',
] as const
export type EstatusEtapa = (typeof ESTATUS_ETAPA)[number]

export interface EtapaPlan {
  clave: ClaveEtapa
  /** First day on which it may be carried out; null: por confirmar. */
  fecha: string | null
  /** First day that the days between two stages leave; null where its rule counts from no stage, or nobody said how many. */
  minimo: string | null
  /** Source of that day: an acuerdo, or the rule of the pack; null: none. */
  origen: 'acuerdo' | 'regla' | null
  estatus: EstatusEtapa
  hechos: HechosEtapa
}

export interface DatosPlan {
  pack: ConclusionPack
  jornada: string
  hechos: readonly HechosEtapa[]
  laborales: ReglasLaborales
  hoy: string
}

/** Every stage with its day and how it stands, from facts alone. */
export function planConclusion({ pack, jornada, hechos, laborales, hoy }: DatosPlan): EtapaPlan[] {
  const dias = new Map<EventoConclusion, string | null>([
    ['jornada', jornada],
    ['conclusion_proceso', pack.conclusionProceso.fecha],
  ])
  const plan: EtapaPlan[] = []
  for (const { clave, regla } of pack.etapas) {
    const own = hechos.find((each) => each.clave === clave) ?? sinHechos(clave)
    const ruled = ruledDay(regla, { desde: dias.get(regla.desde) ?? null, laborales })
    const minimo = isEtapa(regla.desde) ? ruled : null
    const dia = diaOf(own, { ruled, minimo })
    const before = plan.every((each) => each.estatus === 'realizada')
    plan.push({ clave, ...dia, minimo, hechos: own, estatus: estatusOf(own, { fecha: dia.fecha, hoy, before }) })
    dias.set(clave, own.concluida ?? dia.fecha)
  }
  return plan
}

function ruledDay(
  { dias, tipoDias }: EtapaConclusionPack['regla'],
  { desde, laborales }: { desde: string | null; laborales: ReglasLaborales },
): string | null {
  return desde === null || dias === null ? null : createDiasHabiles(laborales).sumar(desde, { dias, tipoDias })
}

/** An acuerdo fixes a day and shortens no term: where the stage before was over later than foreseen, the days between them still run. */
function diaOf(
  { fijada }: HechosEtapa,
  { ruled, minimo }: { ruled: string | null; minimo: string | null },
): Pick<EtapaPlan, 'fecha' | 'origen'> {
  if (fijada !== null && (minimo === null || fijada >= minimo)) return { fecha: fijada, origen: 'acuerdo' }
  return { fecha: ruled, origen: ruled === null ? null : 'regla' }
}

function isEtapa(evento: EventoConclusion): evento is ClaveEtapa {
  return evento !== 'jornada' && evento !== 'conclusion_proceso'
}

export function sinHechos(clave: ClaveEtapa): HechosEtapa {
  return { clave, fijada: null, propuestaPor: null, confirmada: null, concluida: null }
}

function estatusOf(
  { propuestaPor, confirmada, concluida }: HechosEtapa,
  { fecha, hoy, before }: { fecha: string | null; hoy: string; before: boolean },
): EstatusEtapa {
  if (concluida !== null) return 'realizada'
  if (confirmada !== null) return 'en_curso'
  if (fecha === null) return 'por_confirmar'
  if (hoy < fecha) return 'programada'
  if (!before) return 'en_espera'
  if (propuestaPor !== null) return 'propuesta'
  return hoy === fecha ? 'disponible' : 'atrasada'
}

/** Whether its day is over and nobody carried it out, even if it waits for something. */
export function seLePasoElDia({ fecha, estatus }: EtapaPlan, hoy: string): boolean {
  return fecha !== null && fecha < hoy && estatus !== 'realizada' && estatus !== 'en_curso'
}

const EVENTOS: Record<EventoConclusion, string> = {
  jornada: 'de la jornada electoral',
  conclusion_proceso: 'de la conclusión del proceso electoral',
  fin_difusion: 'del fin de la difusión',
  desindexacion: 'de la desindexación',
  bloqueo: 'del bloqueo de los datos',
  supresion: 'de la supresión',
}

/** The rule as a sentence: "El día siguiente a la jornada electoral". */
export function reglaEtapaEnPalabras({ regla: { desde, dias, tipoDias } }: Pick<EtapaConclusionPack, 'regla'>): string {
  const evento = EVENTOS[desde]
  if (dias === null) return `Después ${evento}; cuántos días, por confirmar`
  if (dias === 0) return `El mismo día ${evento}`
  const unit = tipoDias === 'habiles' ? (dias === 1 ? 'día hábil' : 'días hábiles') : dias === 1 ? 'día' : 'días'
  return `${dias} ${unit} después ${evento}`
}
