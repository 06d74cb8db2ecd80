import { isOneOf } from '@conoceles/domain/typed'
import type { LocationQuery } from 'vue-router'
import type { ConsultaOmisiones } from '../../../api-types.ts'
import type { ListColumn } from '../../../components/marco/lista/ListTable.vue'
import { t } from '../mensajes.ts'

export const CLASES = ['sin_captura', 'incompleta', 'por_revisar'] as const

/** The address is the state; what it cannot ask for is left out. */
export function consultaOmisionesOf({ actor, clase }: LocationQuery): Pick<ConsultaOmisiones, 'actor' | 'clase'> {
  return {
    ...(typeof actor === 'string' && actor !== '' ? { actor } : {}),
    ...(isOneOf(CLASES, clase) ? { clase } : {}),
  }
}

/** Columns of the omissions. */
export function columnsOf(): ListColumn[] {
  return [
    { key: 'nombre', label: t('candidaturas.nombre'), always: true },
    { key: 'actorPolitico', label: t('candidaturas.actor'), width: '9rem' },
    { key: 'clase', label: t('omisiones.omision') },
    { key: 'venceEn', label: t('omisiones.termino') },
    { key: 'entrega', label: t('omisiones.entrega') },
    { key: 'extemporaneaEn', label: t('omisiones.extemporanea') },
  ]
}
