import type { Cuenta } from './api-types.ts'
import type { Place } from './components/marco/AppHeader.vue'
import { t, type MessageKey } from './messages/index.ts'
import { PAGES } from './pages.ts'

interface PlaceRule {
  key: string
  label: MessageKey
  permiso?: string | undefined
  /** Names of the pages below this place. */
  pages: string[]
  occasional?: boolean | undefined
}

/** How many places stand side by side on a desk. */
const MANY = 6

const PLACES: PlaceRule[] = PAGES.flatMap((page) => (page.menu ? [{ ...page, menu: page.menu }] : []))
  .toSorted((a, b) => a.menu.order - b.menu.order)
  .map(({ name, permiso, menu }) => ({
    key: name,
    label: menu.label,
    permiso: menu.permiso ?? permiso,
    pages: [name, ...PAGES.filter(({ below }) => below === name).map((page) => page.name)],
    occasional: menu.occasional,
  }))

/** Places of the persona candidata: her own candidatura, and her rights over her data. */
const OWN_PLACES: PlaceRule[] = [
  {
    key: 'mi-candidatura',
    label: 'mia.titulo',
    pages: ['mi-candidatura', 'candidatura', 'captura', 'lecturas', 'solicitar-correccion'],
  },
  { key: 'consentimiento', label: 'mia.decisiones', permiso: 'consentimiento.ver', pages: ['consentimiento'] },
  { key: 'derechos', label: 'lugares.misDerechos', permiso: 'derechos.pedir', pages: ['derechos', 'derecho', 'derecho-nuevo'] },
]

/** Places that an account may open. */
export function placesOf(cuenta: Cuenta | null, { routeName, relojMovible }: { routeName: string; relojMovible: boolean }): Place[] {
  if (cuenta === null) return []
  const rules = (cuenta.candidaturaId === null ? PLACES : OWN_PLACES)
    .filter((rule) => rule.permiso === undefined || cuenta.permisos.includes(rule.permiso))
    .filter((rule) => rule.key !== 'reloj' || relojMovible)
  return rules.map((rule) => ({
    key: rule.key,
    label: t(rule.label),
    to: rule.key === 'consentimiento' ? { name: rule.key, params: { id: cuenta.candidaturaId ?? '' } } : { name: rule.key },
    current: rule.pages.includes(routeName),
    more: rules.length > MANY && rule.occasional === true,
  }))
}
