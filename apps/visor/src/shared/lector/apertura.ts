import type { Proceso } from '../../api-types.ts'
import { t } from '../../messages/index.ts'
import { longDate } from '../pagina/dates.ts'

/** Since when there will be candidaturas, where none is public yet: the first day that the institute fixed, or that there is none. */
export function nothingYet({ cargos, instituto }: Pick<Proceso, 'cargos' | 'instituto'>): string {
  const [first] = cargos.flatMap(({ abierta, inicioPublicacion }) => (abierta || !inicioPublicacion ? [] : [inicioPublicacion])).sort()
  return first ? t('candidaturas.emptyAllSince', { fecha: longDate(first) }) : t('candidaturas.emptyAllText', { siglas: instituto.siglas })
}
