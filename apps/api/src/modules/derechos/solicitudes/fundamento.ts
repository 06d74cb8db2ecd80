import { leyQueRige, type ActoDerecho, type Derecho, type FundamentoDerecho, type LeyPack } from '@conoceles/domain'
import { leyEnPalabras } from '../ley-en-palabras.ts'
import { respuestaDe } from './respuesta.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Law on which a letter rests. */
export interface FundamentoPapel {
  /** As the letter cites it: the law, and its articles where they are sure. */
  cita: string
  /** The same with articles that nobody confirmed, for the institute to compare with the law; null: the pack has none, or they are sure. */
  propuesta: string | null
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
  /** Authority that hears a recurso, after «ante»; null: nobody confirmed it. */
  garante: string | null
  /** The same for the institute, as the pack has it. */
  garantePropuesto: string
  /** Source of the articles and of the authority. */
  fuente: string
}

/** `derechos`: those that the letter answers at once, where they are several. */
type Fundada = Pick<SolicitudDerecho, 'recibida' | 'derecho' | 'hechos'> & { derechos?: readonly Derecho[] }
type Acto = Pick<Hecho, 'acto' | 'sentido'>

/** The law in force on the day of reception; only articles of a confirmed source are cited. `hecho`: the act of the letter, or its answer. */
export function fundamentoDe(row: Fundada, leyes: readonly LeyPack[], hecho: Acto | null = respuestaDe(row)): FundamentoPapel {
  const { ley, garante = null } = leyEnPalabras(leyes, row.recibida)
  const law = leyQueRige(leyes, row.recibida)
  return {
    ...{ ley: ley.replace(/^la /, ''), garante },
    ...fuenteOf(law),
    ...articulosDe(law, { ley, materias: fundamentosOf(row, hecho) }),
    ...comiteDe(law, ley),
  }
}

function fuenteOf(law: LeyPack | null): Pick<FundamentoPapel, 'garantePropuesto' | 'fuente'> {
  return law ? { garantePropuesto: law.autoridadGarante, fuente: law.fuente } : { garantePropuesto: '', fuente: '' }
}

function articulosDe(
  law: LeyPack | null,
  { ley, materias }: { ley: string; materias: readonly FundamentoDerecho[] },
): Pick<FundamentoPapel, 'cita' | 'propuesta' | 'conArticulos' | 'recurso'> {
  const articulos = law?.derechos ?? {}
  const known = materias.flatMap((each) => articulos[each] ?? [])
  if (known.length === 0) return { cita: ley, propuesta: null, conArticulos: false, recurso: ' ' }
  const cita = `${articlesOf(known)} de ${ley}`
  if (law?.confianza !== 'alta') return { cita: ley, propuesta: cita, conArticulos: false, recurso: ' ' }
  return { cita, propuesta: null, conArticulos: true, recurso: recursoOf(articulos.recurrir) }
}

function recursoOf(recurrir: string | undefined): string {
  return recurrir === undefined ? ' ' : `, previsto en ${articlesOf([recurrir])}, `
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

const DE_ACTO: Partial<Record<ActoDerecho, FundamentoDerecho[]>> = {
  declinar: ['declinar'],
  no_presentar: ['prevenir'],
  prevenir: ['prevenir'],
  desistir: [],
}

function fundamentosOf({ derecho, derechos = [derecho] }: Fundada, hecho: Acto | null): FundamentoDerecho[] {
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
