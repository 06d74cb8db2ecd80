import { leyQueRige, type ActoDerecho, type Derecho, type FundamentoDerecho, type LeyPack } from '@conoceles/domain'
import { leyEnPalabras } from '../ley-en-palabras.ts'
import { respuestaDe } from './respuesta.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

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
  /** The vote of the Comité on a refusal, as a letter cites it, with the signs around it; a space: nobody confirmed it. */
  comite: string
  /** The same for the institute, with its source; null: the pack has none. */
  comiteConFuente: string | null
  /** Authority that hears a recurso, after «ante»: by its name where the pack has one. */
  garante: string
}

const GARANTE = 'la autoridad garante que resulte competente conforme a la ley'

/** `derechos`: those that the letter answers at once, where they are several. */
type Fundada = Pick<SolicitudDerecho, 'recibida' | 'derecho' | 'hechos'> & { derechos?: readonly Derecho[] }

/** The law in force on the day of reception; only articles of a confirmed source are cited. `hecho`: the act of the letter, or its answer. */
export function fundamentoDe(row: Fundada, leyes: readonly LeyPack[], hecho: Hecho | null = respuestaDe(row)): FundamentoPapel {
  const { ley, garante = GARANTE } = leyEnPalabras(leyes, row.recibida)
  const law = leyQueRige(leyes, row.recibida)
  const articulos = articulosDe(law)
  const cited = fundamentosOf(row, hecho).flatMap((each) => articulos[each] ?? [])
  const conArticulos = cited.length > 0
  return {
    ...{ ley: ley.replace(/^la /, ''), garante, conArticulos },
    cita: conArticulos ? `${articlesOf(cited)} de ${ley}` : ley,
    ...comiteDe(law, ley),
    recurso: conArticulos && articulos.recurrir ? `, previsto en ${articlesOf([articulos.recurrir])}, ` : ' ',
  }
}

function comiteDe(law: LeyPack | null, ley: string): Pick<FundamentoPapel, 'comite' | 'comiteConFuente'> {
  const found = law?.comite
  if (!found) return { comite: ' ', comiteConFuente: null }
  const { articulo, fuente, confianza } = found
  const sure = confianza === 'alta'
  const said = `Artículo ${articulo}. ${fuente}.`
  return {
    comite: sure ? `, con fundamento en el artículo ${articulo}, de ${ley}, ` : ' ',
    comiteConFuente: sure ? said : `${said} Falta confirmarlo: el oficio no lo cita.`,
  }
}

function articulosDe(law: LeyPack | null): NonNullable<LeyPack['derechos']> {
  return law?.confianza === 'alta' ? (law.derechos ?? {}) : {}
}

const DE_ACTO: Partial<Record<ActoDerecho, FundamentoDerecho[]>> = {
  declinar: ['declinar'],
  no_presentar: ['prevenir'],
  prevenir: ['prevenir'],
  desistir: [],
}

function fundamentosOf({ derecho, derechos = [derecho] }: Fundada, hecho: Hecho | null): FundamentoDerecho[] {
  const { acto = 'responder', sentido = null } = hecho ?? {}
  const refused: FundamentoDerecho[] = ['improcedente', 'parcial'].includes(sentido ?? '') ? ['improcedente'] : []
  return ['ejercicio', ...derechos, ...(DE_ACTO[acto] ?? ['responder']), ...refused]
}

/** "los artículos 37, 38 y 45". */
function articlesOf(articulos: readonly string[]): string {
  const all = [...new Set(articulos.flatMap((each) => each.split(', ')))]
  if (all.length === 1) return `el artículo ${all[0]}`
  return `los artículos ${all.slice(0, -1).join(', ')} y ${all.at(-1)}`
}
