import { lazy } from '../../../components/lazy.ts'

/** Second factors are of the staff: the persona candidata, who has none, waits for no code of theirs. */
const loadAlta = async () => (await import('./AltaFactor.vue')).default
const loadCodigos = async () => (await import('./CodigosRecuperacion.vue')).default
const loadMostrar = async () => (await import('./MostrarFactor.vue')).default

export const AltaFactor = lazy(loadAlta)
export const CodigosRecuperacion = lazy(loadCodigos)
export const MostrarFactor = lazy(loadMostrar)

/** Fetches them beside the answer that may ask for one. */
export function fetchFactores(): void {
  for (const load of [loadAlta, loadCodigos, loadMostrar]) void load().catch(() => null)
}
