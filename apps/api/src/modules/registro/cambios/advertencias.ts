import type { EntityManager } from 'typeorm'
import { advertirRegistro, advertirVentana, type Advertencia, type ReglaPack } from '@conoceles/domain'
import type { Proceso } from '../../proceso/index.ts'
import { listFilasDePersonas, listFilasDePostulaciones, type FilaVista } from './registro.queries.ts'
import type { AdvertenciaDto } from '../candidaturas/referencias.dto.ts'

/** The register after the change: candidaturas no longer in force, and those that are, or that change. */
export interface Mudanza {
  quita: readonly string[]
  pone: readonly FilaVista[]
}

/** Place that the warnings are about. */
export interface Foco {
  postulacionId: string
  numero: number
  /** Day on which a sustitución takes effect, and its cargo. */
  sustitucion?: { efectosDesde: string; cargo: string }
}

const SAME_PERSONA = 'personas_incompatibles'
/** They speak of a whole list, and name only its first. */
const OF_LIST: readonly string[] = ['accion_afirmativa_minima', 'lista_con_huecos']

/** Judges the postulaciones and personas that a change touches, as the change would leave them. One reading for many changes. */
export async function advertirTras(
  tx: EntityManager,
  { catalogos, jornada }: Pick<Proceso, 'catalogos' | 'jornada'>,
  { quita, pone, postulaciones }: Mudanza & { postulaciones: readonly string[] },
): Promise<(foco: Foco) => AdvertenciaDto[]> {
  const move = (filas: FilaVista[]) => {
    const gone = new Set([...quita, ...pone.map(({ id }) => id)])
    return [...filas.filter(({ id }) => !gone.has(id)), ...pone]
  }
  const own = await listFilasDePostulaciones(tx, postulaciones)
  const filas = move(own)
  const personas = move(await listFilasDePersonas(tx, filas))
  const { reglas } = catalogos
  const found = [
    ...advertirRegistro(
      filas,
      reglas.filter(({ tipo }) => tipo !== SAME_PERSONA),
      jornada,
    ),
    ...advertirRegistro(
      personas,
      reglas.filter(({ tipo }) => tipo === SAME_PERSONA),
      jornada,
    ),
  ]
  const byId = new Map(filas.map((fila) => [fila.id, fila]))
  return (foco) => tell(found, { byId, reglas, foco })
}

function tell(
  found: Advertencia[],
  { byId, reglas, foco }: { byId: Map<string, FilaVista>; reglas: ReglaPack[]; foco: Foco },
): AdvertenciaDto[] {
  const concerned = found.filter(({ regla, candidaturas }) =>
    candidaturas.some((id) => {
      const fila = byId.get(id)
      if (fila?.postulacionId !== foco.postulacionId) return false
      return OF_LIST.includes(regla.tipo) || fila.numero === foco.numero
    }),
  )
  const { sustitucion } = foco
  const late = sustitucion ? advertirVentana(sustitucion.efectosDesde, sustitucion.cargo, reglas) : []
  return [...concerned, ...late].map(({ regla, texto }) => ({
    regla: regla.clave,
    reglaTexto: regla.texto,
    texto,
    fuente: regla.fuente,
    confianza: regla.confianza,
  }))
}
