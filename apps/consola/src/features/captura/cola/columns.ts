import type { ListColumn } from '../../../components/marco/lista/ListTable.vue'
import { t } from '../mensajes.ts'

/** Columns of the queue. */
export function columnsOf(): ListColumn[] {
  return [
    { key: 'nombre', label: t('candidaturas.nombre'), always: true },
    { key: 'motivo', label: t('cola.espera'), width: '12rem' },
    { key: 'desde', label: t('cola.desde'), width: '11rem' },
    { key: 'cargoNombre', label: t('candidaturas.cargoLugar') },
    { key: 'actorPolitico', label: t('candidaturas.actor'), width: '9rem' },
    { key: 'asignada', label: t('cola.revisa'), width: '10rem' },
  ]
}
