import { client } from '../api.ts'
import { download } from './red/download.ts'
import { useDescarga } from './red/useDescarga.ts'

export type FormatoPapel = 'pdf' | 'docx'

/** The certificación of a copy of a received document, to be signed. */
export function useCertificacion() {
  const descarga = useDescarga()

  function certificar(id: string, query: { formato: FormatoPapel; fojas?: number }): void {
    const path = '/api/v1/documentos/{id}/certificacion'
    void descarga.start(query.formato, (onProgress) =>
      download(client.GET(path, { params: { path: { id }, query }, parseAs: 'stream' }), onProgress),
    )
  }

  return { descarga, certificar }
}
