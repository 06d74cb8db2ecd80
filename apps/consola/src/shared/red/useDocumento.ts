import { outcome, type Problem } from '@conoceles/api-client'
import { ref, shallowRef } from 'vue'
import { client, fetchWithProgress, multipart } from '../../api.ts'
import type { Documento, FormularioDocumento } from '../../api-types.ts'
import { saveFile } from './save-file.ts'

/** The PDF that supports an act: it is sent as soon as it is chosen, and a form that is left keeps it. */
export function useDocumento() {
  /** Part that has left, 0 to 1; null when nothing is on its way. */
  const progress = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** Ids of the documents that were handed over. */
  const descargados = ref<readonly string[]>([])

  async function send(archivo: File): Promise<Documento | null> {
    progress.value = 0
    problem.value = null
    const result = await outcome(
      client.POST('/api/v1/documentos', {
        body: multipart<FormularioDocumento>({ archivo }),
        fetch: fetchWithProgress((part) => (progress.value = part)),
      }),
    )
    progress.value = null
    problem.value = result.ok ? null : result.problem
    return result.ok ? result.data : null
  }

  /** Hands the document to the browser as a file to keep. */
  async function download({ id, nombre }: Pick<Documento, 'id' | 'nombre'>): Promise<void> {
    const result = await outcome(client.GET('/api/v1/documentos/{id}', { params: { path: { id } }, parseAs: 'blob' }))
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    saveFile(result.data, nombre)
    descargados.value = [...descargados.value, id]
  }

  return { progress, problem, descargados, send, download }
}
