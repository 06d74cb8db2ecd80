import { inject, toValue, watch, type InjectionKey, type MaybeRefOrGetter } from 'vue'
import { t } from '../messages/index.ts'

/** Where the title of the page ends up: the document in the browser, the template when it is rendered beforehand. */
export interface Head {
  title: string
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
