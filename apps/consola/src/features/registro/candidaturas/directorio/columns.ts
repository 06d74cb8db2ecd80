import type { ListColumn } from '../../../../components/marco/lista/ListTable.vue'
import { t } from '../../mensajes.ts'

/** Columns of the directory. Accounts of a party see one actor político only. */
export function columnsOf({ withActor }: { withActor: boolean }): ListColumn[] {
  return [
    { key: 'nombre', label: t('candidaturas.nombre'), width: '15.5rem', always: true, orden: 'nombre' },
    { key: 'folio', label: t('directorio.formula'), width: '11.5rem' },
    { key: 'cargoNombre', label: t('candidaturas.cargoLugar'), orden: 'boleta' },
    ...(withActor ? [{ key: 'actorPolitico', label: t('candidaturas.actor'), orden: 'actor' }] : []),
    { key: 'acuerdo', label: t('directorio.acuerdo'), width: '12rem', optional: true },
    { key: 'estatusCaptura', label: t('directorio.captura'), width: '12.5rem', orden: 'captura' },
    { key: 'venceEn', label: t('candidaturas.plazo'), width: '12rem', orden: 'vence' },
  ]
}
