import { inject, onScopeDispose, toValue, watch, type InjectionKey, type MaybeRefOrGetter } from 'vue'
import { t } from '../../messages/index.ts'

/** Description of a page outside of it. */
export interface PageHead {
  /** A sentence for a person who finds the page in a search or receives it in a message. */
  description?: string
  /** Picture that a message shows: path at this host, and its description. Without one, the picture of the site. */
  image?: { src: string; alt: string }
  /** The same content in other forms, at paths of this host. */
  alternates?: readonly { href: string; type: string; title: string }[]
  /** The same content for machines, in the words of schema.org; addresses are paths at this host. */
  schema?: readonly object[]
  /** The one address, a path at this host, of a page that several addresses show. */
  canonical?: string
  /** Whether searches may lead to it; yes unless it says no. */
  findable?: boolean
}

/** Head of a page: of the document in the browser, of the template when the page is rendered beforehand. */
export interface Head extends PageHead {
  title: string
  /** How many reasons there are to ask search engines to keep nothing of the page. */
  noIndex: number
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

/** Asks search engines not to offer the page, while it is shown: one reason beside others. */
export function useNoIndex(asked: () => boolean): void {
  const head = inject(HEAD)
  if (!head) return
  watch(asked, (now, before) => (head.noIndex += Number(now) - Number(before ?? false)), { immediate: true })
  if (!import.meta.env.SSR) onScopeDispose(() => (head.noIndex -= Number(asked())))
}

/** Sets the head of a page that is rendered beforehand, beside its title; in the browser nobody would read it. */
export function usePageHead(page: () => PageHead): void {
  const head = inject(HEAD)
  if (import.meta.env.SSR && head) Object.assign(head, page())
}
