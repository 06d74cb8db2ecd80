import type { CampoPolitica } from '../../api-types.ts'
import { t } from '../../messages/politica.ts'
import { longDate } from '../../shared/pagina/dates.ts'

/** Whether a field is public at this corte, and its first and last days where it has them. */
export function publicidadOf({ publico, desde, hasta }: Pick<CampoPolitica, 'publico' | 'desde' | 'hasta'>): string {
  if (!publico) return t('politica.notPublic')
  return hasta === null ? sinceOf(desde) : t('politica.publicUntil', { hasta: longDate(hasta) })
}

function sinceOf(desde: string | null): string {
  return desde === null ? t('politica.public') : t('politica.publicSince', { desde: longDate(desde) })
}

/** Authority that ordered it; null where it came with the process. */
export function sustentoOf(sustento: CampoPolitica['sustento']): string | null {
  if (sustento === null) return null
  const { clase, numero, fecha, autoridad } = sustento
  const values = { numero, fecha: longDate(fecha), autoridad: autoridad ?? '' }
  return clase === 'acuerdo' ? t('politica.byAcuerdo', values) : t('politica.byResolucion', values)
}

export interface BaseComun {
  /** One of those that stand together: they differ in nothing but their title. */
  campo: CampoPolitica
  titulos: string[]
}

/** Fields of the same ground stand together, in the order of the first of each. */
export function byBase(campos: readonly CampoPolitica[]): BaseComun[] {
  const found = new Map<string, BaseComun>()
  for (const each of campos) {
    const { campo: _campo, titulo, ...rest } = each
    const known = found.get(JSON.stringify(rest))
    if (known) known.titulos.push(titulo)
    else found.set(JSON.stringify(rest), { campo: each, titulos: [titulo] })
  }
  return [...found.values()]
}
