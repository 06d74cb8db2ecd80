import type { Router } from 'vue-router'
import { baseIdioma, direccionEnIdioma, leerDireccionIdioma, PAGINAS_EN_IDIOMAS, traducirRespuesta } from '@conoceles/domain/idiomas'
import { api } from './api.ts'
import { hablar } from './messages/index.ts'
import type { Recursos } from './shared/lista/conocidos.ts'
import { dichoEn, noteEspanol, type Parte } from './shared/espanol.ts'

export { default as AdicionalView } from './components/marco/AdicionalView.vue'

export interface EnIdioma {
  /** Beginning of the addresses of the language. */
  base: string
  /** Leads every other page to be opened anew, in the language if it has it; and marks Spanish text as such, also text that comes later. */
  follow: (router: Router, root: HTMLElement) => void
}

/**
 * Makes the visor speak the language of this address, and translates what comes of it. Without its texts a page that came rendered stays as it is
 * (throws), and one that did not is opened in Spanish.
 */
export async function enIdioma(recursos: Recursos, { isRendered }: { isRendered: boolean }): Promise<EnIdioma> {
  const { codigo, direccion } = leerDireccionIdioma(location.pathname) ?? { codigo: '', direccion: '/' }
  const answer = await api.idioma(codigo)
  if (!answer.ok) {
    if (!isRendered) location.replace(direccion + location.search + location.hash)
    throw new Error(`no texts of ${codigo}`)
  }
  const { sentido, mensajes, frases } = answer.data
  const idioma = { codigo, mensajes, dichas: new Set(Object.values(frases)) }
  hablar(idioma)
  Object.assign(document.documentElement, { lang: codigo, dir: sentido })
  translate(recursos, frases)
  return {
    base: baseIdioma(codigo),
    follow(router, root) {
      router.beforeEach((to, from) => {
        if (from.matched.length === 0 || (to.path === from.path && PAGINAS_EN_IDIOMAS.includes(to.path))) return true
        location.assign(direccionEnIdioma(to.fullPath, codigo))
        return false
      })
      const note = (): void => noteEspanol(parteOf(root, codigo), dichoEn(idioma.dichas))
      new MutationObserver(note).observe(root, { childList: true, characterData: true, subtree: true })
    },
  }
}

/** Translates every answer from here on, as the page's own were. */
function translate(recursos: Recursos, frases: Readonly<Record<string, string>>): void {
  const { receive, set } = recursos
  recursos.receive = (path, said) => receive(path, said.ok ? { ...said, data: traducirRespuesta(path, said.data, frases) } : said)
  recursos.set = (path, data, storedAt) => set(path, traducirRespuesta(path, data, frases), storedAt)
}

const LABELS = ['aria-label', 'alt', 'placeholder', 'title']

function parteOf(element: Element, codigo: string): Parte {
  const own = [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : []))
  const labels = LABELS.flatMap((name) => element.getAttribute(name) ?? [])
  const partes = [...element.children].filter((child) => !child.hasAttribute('hreflang'))
  // The earlier language may differ from the one to be noted now.
  element.removeAttribute('lang')
  return {
    textos: [...own, ...labels],
    partes: partes.map((child) => parteOf(child, codigo)),
    note: (habla) => element.setAttribute('lang', habla === 'es' ? 'es' : codigo),
  }
}
