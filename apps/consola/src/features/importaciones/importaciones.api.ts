import { api } from '../../api.ts'
import type { Acuse, Importacion, ImportacionListada } from '../../api-types.ts'

export function listImportaciones() {
  return api.get<{ elementos: ImportacionListada[] }>('/importaciones')
}

export function readImportacion(id: string) {
  return api.get<Importacion>(`/importaciones/${id}`)
}

export function propose(archivo: File) {
  const body = new FormData()
  body.set('archivo', archivo)
  return api.post<Importacion>('/importaciones', { body })
}

export function confirmar(id: string) {
  return api.post<Acuse>(`/importaciones/${id}/confirmar`)
}

export function descartar(id: string) {
  return api.post<void>(`/importaciones/${id}/descartar`)
}

export function readPlantilla() {
  return api.blob('/importaciones/plantilla.csv')
}
