import type { ActoDeRetiro, CorteRow, VersionRow } from './retiros.queries.ts'
import { despues, type Contexto } from './respuesta.ts'

interface Retirado {
  acto: ActoDeRetiro
  version: VersionRow | undefined
  /** Whether the act is about one candidatura. */
  deUna: boolean
}

type Dicho = Pick<Contexto, 'dia' | 'instante'> & { cortes: readonly CorteRow[] }

/** The cells of each public place: the page, how long it took, its earlier versions, the downloads, the statistics. */
export function dondeQuedo(retirado: Retirado, dicho: Dicho): string[] {
  const { acto, version } = retirado
  const { dia, instante } = dicho
  const estadisticas = enEstadisticas({ n: acto.n, identidad: tocaIdentidad(acto) }, dicho)
  if (version?.hastaEn) {
    const { hasta, hastaEn, sigue, limpia } = version
    const siguiente = dicho.cortes.find(({ n }) => n > acto.n)
    // A later change may have another cause.
    const tarde = siguiente && siguiente.numero !== hasta ? `No cambió en el corte ${siguiente.numero}, el primero después del acto. ` : ''
    return [
      ...[`${tarde}${sigue ? 'Cambió' : 'Salió'}: ${instante(hastaEn)}, corte ${hasta}`, despues(dia(acto.en), dia(hastaEn))],
      ...[anteriores(limpia), sigue ? `Cambiaron con el corte ${hasta}` : `Sin ella desde el corte ${hasta}`, estadisticas],
    ]
  }
  const razon = porQueNoCambio(retirado, dicho.cortes)
  const antes = version ? anteriores(version.limpiaAntes) : 'No hay'
  return [`No cambió: ${razon}`, 'No cambió', antes, `No cambiaron: ${razon}`, estadisticas]
}

function porQueNoCambio({ acto, version, deUna }: Retirado, cortes: readonly CorteRow[]): string {
  if (!deUna) return 'el acto no es de una ficha'
  if (!version) return 'la ficha no estaba publicada'
  const last = cortes.findLast(({ n }) => n > acto.n)
  return last ? `lo retirado no se mostraba; el corte ${last.numero} es posterior` : 'todavía no hay un corte posterior'
}

/** Figures of the public pages are made anew with a corte; identity answers are counted anew on their days alone. */
export function enEstadisticas(
  { n, identidad }: { n: number; identidad: boolean },
  { cortes, instante }: Pick<Dicho, 'cortes' | 'instante'>,
): string {
  const after = cortes.filter((corte) => corte.n > n)
  if (after.length === 0) return 'No cambiaron: todavía no hay un corte posterior'
  const nuevas = after.find(({ estadisticas }) => estadisticas)
  const dichas = nuevas ? `Se hicieron de nuevo: ${instante(nuevas.en)}, corte ${nuevas.numero}` : 'No cambiaron: ninguna cifra fue otra'
  if (!identidad) return dichas
  return `${dichas}. ${identidadContada(cortes, after, instante)}`
}

function identidadContada(cortes: readonly CorteRow[], after: readonly CorteRow[], instante: Dicho['instante']): string {
  const contada = after.find(({ identidad }) => identidad)
  if (contada) return `Las respuestas de identidad se contaron de nuevo: ${instante(contada.en)}, corte ${contada.numero}`
  const antes = cortes.findLast(({ identidad }) => identidad)
  return antes
    ? `Las respuestas de identidad siguen como se contaron en el corte ${antes.numero}; no se han contado de nuevo`
    : 'Las respuestas de identidad no se han contado nunca'
}

/** Whether an act may take answers out of what is counted. */
function tocaIdentidad({ acto, detalle: { retira = [], bloqueaHasta, llaves } }: ActoDeRetiro): boolean {
  if (acto.startsWith('derecho.'))
    return retira.some((each) => each !== 'publicacion') || bloqueaHasta !== undefined || llaves !== undefined
  return !DE_LA_FICHA.includes(acto)
}

const DE_LA_FICHA = ['bloqueo.propuesto', 'bloqueo.confirmado', 'fotografia.retirada', 'seccion.pausada']

export function anteriores(limpia: boolean): string {
  return limpia ? 'Fuera de toda dirección pública' : 'Quedan a la vista'
}
