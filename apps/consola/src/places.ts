import type { RouteLocationRaw } from 'vue-router'
import type { Cuenta } from './api-types.ts'
import type { Place } from './components/AppHeader.vue'
import { t, type MessageKey } from './messages/index.ts'

interface PlaceRule {
  key: string
  label: MessageKey
  permiso: string | null
  /** Names of the routes below this place. */
  routes: string[]
}

const RULES: PlaceRule[] = [
  { key: 'hoy', label: 'lugares.hoy', permiso: null, routes: ['hoy'] },
  { key: 'cola-revision', label: 'lugares.revision', permiso: 'captura.verificar', routes: ['cola-revision', 'revision'] },
  { key: 'candidaturas', label: 'lugares.candidaturas', permiso: 'candidaturas.ver', routes: ['candidaturas', 'candidatura', 'captura'] },
  { key: 'importaciones', label: 'lugares.importaciones', permiso: 'importaciones.administrar', routes: ['importaciones', 'importacion'] },
  { key: 'publicacion', label: 'lugares.publicacion', permiso: 'publicaciones.ver', routes: ['publicacion'] },
  { key: 'bitacora', label: 'lugares.bitacora', permiso: 'bitacora.ver', routes: ['bitacora'] },
  { key: 'cuentas', label: 'lugares.cuentas', permiso: 'cuentas.administrar', routes: ['cuentas'] },
  { key: 'reloj', label: 'lugares.reloj', permiso: 'reloj.mover', routes: ['reloj'] },
]

/** Where an account may go. The persona candidata goes straight to her own candidatura. */
export function placesOf(cuenta: Cuenta | null, { routeName, relojMovible }: { routeName: string; relojMovible: boolean }): Place[] {
  if (cuenta === null) return []
  return RULES.filter((rule) => rule.permiso === null || cuenta.permisos.includes(rule.permiso))
    .filter((rule) => rule.key !== 'reloj' || relojMovible)
    .map((rule) => ({
      key: rule.key,
      label: labelOf(rule, cuenta),
      to: targetOf(rule, cuenta),
      current: rule.routes.includes(routeName),
    }))
}

function labelOf(rule: PlaceRule, cuenta: Cuenta): string {
  return t(isOwn(rule, cuenta) ? 'lugares.miCandidatura' : rule.label)
}

function targetOf(rule: PlaceRule, cuenta: Cuenta): RouteLocationRaw {
  if (isOwn(rule, cuenta)) return { name: 'candidatura', params: { id: cuenta.candidaturaId ?? '' } }
  return { name: rule.key }
}

function isOwn(rule: PlaceRule, cuenta: Cuenta): boolean {
  return rule.key === 'candidaturas' && cuenta.candidaturaId !== null
}
