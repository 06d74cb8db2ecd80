import type { RouteLocationRaw } from 'vue-router'
import type { Novedad } from '../../api-types.ts'

type Tipo = Novedad['tipo']

/** Page on which an account acts on a candidatura of a novedad: a reviewer in the review, the others in the captura. */
export function placeOf(id: string, tipo: Tipo, puede: (permiso: string) => boolean): RouteLocationRaw {
  const params = { id }
  if (tipo === 'salida') return { name: 'candidatura', params }
  if (puede('captura.verificar')) return { name: 'revision', params }
  if (tipo === 'completa') return { name: 'captura', params: { id, cuestionario: 'envio' } }
  const toCapture = puede('captura.capturar') && EN_CAPTURA.has(tipo)
  return { name: toCapture ? 'captura' : 'candidatura', params }
}

const EN_CAPTURA: ReadonlySet<Tipo> = new Set(['plazo', 'plazo_observacion', 'observada', 'correccion_aceptada'])

interface Trabajo {
  texto: 'candidaturas' | 'revision'
  a: RouteLocationRaw
}

const porEstatus = (estatusCaptura: string): Trabajo => ({
  texto: 'candidaturas',
  a: { name: 'candidaturas', query: { estatusCaptura, estatus: 'aprobada' } },
})
const COLA: Trabajo = { texto: 'revision', a: { name: 'cola-revision' } }

/** List in which one works on those that are still so, where there is one. */
export const TRABAJOS: Partial<Record<Tipo, Trabajo>> = {
  plazo: { texto: 'candidaturas', a: { name: 'candidaturas', query: { plazo: 'corriendo', estatus: 'aprobada' } } },
  plazo_observacion: porEstatus('observada'),
  observada: porEstatus('observada'),
  completa: porEstatus('completa'),
  correccion_aceptada: porEstatus('en_correccion'),
  validada: COLA,
  respondida: COLA,
  correccion_pedida: COLA,
  verificada: porEstatus('verificada'),
  publicada: porEstatus('verificada'),
}
