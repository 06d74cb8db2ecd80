import { leyQueRige, type FundamentoDerecho, type LeyPack } from '@conoceles/domain'
import { respuestaDe } from './respuesta.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Law on which a letter rests. */
export interface FundamentoPapel {
  /** As the letter cites it. */
  cita: string
  /** Articles of the recurso, with the words and spaces around them; a space: nobody confirmed them. */
  recurso: string
  /** Name of the law and day of its publication. */
  ley: string
  /** Whether its articles are known, so that the letter cites them. */
  conArticulos: boolean
}

const GENERAL = 'la ley de protección de datos personales en posesión de sujetos obligados'

/** The law in force on the day of reception; only articles of a confirmed source are cited. */
export function fundamentoDe(row: Pick<SolicitudDerecho, 'recibida' | 'derecho' | 'hechos'>, leyes: readonly LeyPack[]): FundamentoPapel {
  const law = leyQueRige(leyes, row.recibida)
  if (law === null) return { cita: GENERAL, recurso: ' ', ley: GENERAL, conArticulos: false }
  const ley = `${law.nombre}, publicada el ${law.identifica}`
  const articulos = law.confianza === 'alta' ? (law.derechos ?? {}) : {}
  const cited = fundamentosOf(row).flatMap((each) => articulos[each] ?? [])
  const recurso = articulos.recurrir ? `, previsto en ${articlesOf([articulos.recurrir])}, ` : ' '
  const of = `la ${ley}`
  return {
    cita: cited.length > 0 ? `${articlesOf(cited)} de ${of}` : of,
    recurso: cited.length > 0 ? recurso : ' ',
    ley,
    conArticulos: cited.length > 0,
  }
}

function fundamentosOf(row: Pick<SolicitudDerecho, 'derecho' | 'hechos'>): FundamentoDerecho[] {
  const respuesta = respuestaDe(row)
  if (respuesta?.acto === 'declinar') return ['ejercicio', row.derecho, 'declinar']
  if (respuesta?.acto === 'no_presentar') return ['ejercicio', row.derecho, 'prevenir']
  return ['ejercicio', row.derecho, 'responder', ...(respuesta?.sentido === 'improcedente' ? (['improcedente'] as const) : [])]
}

/** "los artículos 37, 38 y 45". */
function articlesOf(articulos: readonly string[]): string {
  const all = [...new Set(articulos.flatMap((each) => each.split(', ')))]
  if (all.length === 1) return `el artículo ${all[0]}`
  return `los artículos ${all.slice(0, -1).join(', ')} y ${all.at(-1)}`
}
