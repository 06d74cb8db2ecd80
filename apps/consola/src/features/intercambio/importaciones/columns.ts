import type { ListColumn } from '../../../components/marco/lista/ListTable.vue'
import { t } from '../mensajes.ts'

/** Columns of the files that were sent. */
export function columnsOf(): ListColumn[] {
  return [
    { key: 'archivo', label: t('importaciones.archivo'), always: true },
    { key: 'creadaEn', label: t('importaciones.enviada') },
    { key: 'estatus', label: t('importaciones.estatus') },
    { key: 'resumen', label: t('importaciones.resumen') },
  ]
}
