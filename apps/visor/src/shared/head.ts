import { inject, onScopeDispose, toValue, watch, type InjectionKey, type MaybeRefOrGetter } from 'vue'
import { t } from '../messages/index.ts'

/** Where the title of the page ends up: the document in the browser, the template when it is rendered beforehand. */
export interface Head {
  title: string
  /** Whether search engines are asked to keep nothing of the page. */
  noIndex: boolean
}

export const HEAD: InjectionKey<Head> = Symbol('head')

/** Gives the page its title, followed by the name of the site. */
export function usePageTitle(page: MaybeRefOrGetter<string>): void {
  const head = inject(HEAD)
  if (!head) return
  const show = (name: string): void => {
    head.title = name ? t('site.title', { page: name }) : t('site.longName')
  }
  watch(() => toValue(page), show, { immediate: true })
}

/** Asks search engines not to offer the page, while it is shown. */
export function useNoIndex(asked: () => boolean): void {
  const head = inject(HEAD)
  if (!head) return
  watch(asked, (noIndex) => (head.noIndex = noIndex), { immediate: true })
  if (!import.meta.env.SSR) onScopeDispose(() => (head.noIndex = false))
}
