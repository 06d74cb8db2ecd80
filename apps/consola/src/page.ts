import type { Permiso } from '@conoceles/domain'
import type { RouteComponent, RouteLocationNormalized } from 'vue-router'
import type { MessageKey } from './messages/index.ts'

/** One page of the consola: its row is all that there is to say of it. */
export interface Page {
  path: string
  name: string
  /** Sentence of the window's title. */
  title: MessageKey
  /** Permission without which the page is not shown; the API itself refuses. */
  permiso?: Permiso
  /** Open without signing in. */
  open?: true
  /** Its place in the menu; a page without one lies below the place of another, or is reached from within. */
  menu?: Menu
  /** Name of the page whose place in the menu is shown as the current one. */
  below?: string
  /** Guide and place in it that tell the task of the page, as "captura#validar-y-enviar"; a page without one leads to all guides. */
  guia?: string
  props?: boolean | Record<string, unknown> | ((to: RouteLocationNormalized) => Record<string, unknown>)
  component: () => Promise<RouteComponent>
}

interface Menu {
  label: MessageKey
  /** Places stand by this number, in all chapters. */
  order: number
  /** Stands below «Más» where an account has many places. */
  occasional?: true
  /** Permission for the place, if it is another than the page's. */
  permiso?: Permiso
}
