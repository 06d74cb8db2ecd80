import { ROLES, type Rol } from '@conoceles/domain'
import { isOneOf } from '@conoceles/domain/typed'
import type { LocationQuery } from 'vue-router'
import type { ListColumn } from '../../../components/marco/lista/ListTable.vue'
import { t } from '../mensajes.ts'

export const ESTATUS_CUENTA = ['invitada', 'activa', 'desactivada'] as const

/** A question to the list of accounts. */
export interface ConsultaCuentas {
  q?: string
  rol?: Rol
  estatus?: (typeof ESTATUS_CUENTA)[number]
  actor?: string
}

/** The address is the state; what it cannot ask for is left out. */
export function consultaCuentasOf({ q, rol, estatus, actor }: LocationQuery): ConsultaCuentas {
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(isOneOf(ROLES, rol) ? { rol } : {}),
    ...(isOneOf(ESTATUS_CUENTA, estatus) ? { estatus } : {}),
    ...(typeof actor === 'string' && actor !== '' ? { actor } : {}),
  }
}

/** Columns of the accounts; the acts only for those who may do one. */
export function columnsOf({ withActs }: { withActs: boolean }): ListColumn[] {
  return [
    { key: 'nombre', label: t('cuentas.nombre'), always: true },
    { key: 'rol', label: t('cuentas.rol') },
    { key: 'estatus', label: t('cuentas.estatus'), width: '9rem' },
    { key: 'aval', label: t('cuentas.aval'), width: '12rem' },
    { key: 'creadaEn', label: t('cuentas.creada'), width: '9rem' },
    ...(withActs ? [{ key: 'id', label: t('cuentas.actos'), width: '12rem' }] : []),
  ]
}
