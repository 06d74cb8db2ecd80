import type { ListColumn } from '../../../components/marco/lista/ListTable.vue'
import { t } from '../mensajes.ts'

export const CUESTIONARIOS = ['curricular', 'identidad'] as const

/** Columns of the board. Accounts of a party see one actor político only. */
export function columnsOf({ withActor }: { withActor: boolean }): ListColumn[] {
  return [
    { key: 'nombre', label: t('candidaturas.nombre'), always: true, orden: 'nombre' },
    ...(withActor ? [{ key: 'actorPolitico', label: t('candidaturas.actor'), width: '8rem', orden: 'actor' }] : []),
    { key: 'estatusCaptura', label: t('directorio.captura'), width: '8.5rem', orden: 'captura' },
    { key: 'curricular', label: t('tablero.curricular'), width: '8.5rem' },
    { key: 'identidad', label: t('tablero.identidad'), width: '13rem' },
    { key: 'venceEn', label: t('candidaturas.plazo'), width: '11.5rem', orden: 'vence' },
    { key: 'observaciones', label: t('tablero.observaciones'), width: '8rem' },
    { key: 'cuenta', label: t('tablero.correo'), width: '8rem', optional: withActor },
  ]
}
