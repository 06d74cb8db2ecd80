import { groupBy } from '@conoceles/domain'
import { t } from '../mensajes.ts'
import { nameOf, type Entry, type Phase } from '../../../shared/guardado/save-queue.ts'

/** One section that waits, and why. */
interface PorEnviar {
  key: string
  cuestionario: string
  seccion: string
  titulo: string
  razon: string
}

interface Destinataria {
  candidaturaId: string
  /** Null in what was kept before personas were named. */
  nombre: string | null
  secciones: PorEnviar[]
}

/** Written sections that wait, by persona. */
export function porPersona(waiting: readonly Entry[]): Destinataria[] {
  return [...groupBy(waiting, ({ draft }) => draft.candidaturaId)].map(([candidaturaId, own]) => ({
    candidaturaId,
    nombre: own.map(({ draft }) => draft.de?.nombre ?? '').find((nombre) => nombre !== '') ?? null,
    secciones: own.map(porEnviarOf),
  }))
}

function porEnviarOf({ draft, phase }: Entry): PorEnviar {
  const { cuestionario, seccion, de } = draft
  const razon = phase === 'guardado' ? t('bandeja.aparte') : t(RAZONES[phase])
  return { key: nameOf(draft), cuestionario, seccion, titulo: de?.seccion ?? seccion.replace(/_/g, ' '), razon }
}

const RAZONES = {
  pendiente: 'bandeja.porEnviar',
  guardando: 'guardado.guardando',
  sin_conexion: 'bandeja.sinConexion',
  conflicto: 'bandeja.conflicto',
  rechazado: 'bandeja.rechazado',
  sin_acceso: 'bandeja.porEnviar',
} as const satisfies Record<Exclude<Phase, 'guardado'>, string>
