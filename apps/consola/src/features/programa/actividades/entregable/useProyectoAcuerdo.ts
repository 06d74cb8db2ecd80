import { client } from '../../../../api.ts'
import { download } from '../../../../shared/red/download.ts'
import { useDescarga } from '../../../../shared/red/useDescarga.ts'

/** The proyecto of the acuerdo that ends an actividad. */
export function useProyectoAcuerdo(clave: () => string) {
  const descarga = useDescarga()

  function redactar(formato: 'pdf' | 'docx'): void {
    const params = { path: { clave: clave().replace('/', '~') }, query: { formato } }
    const path = '/api/v1/entregables/{clave}/proyecto-acuerdo'
    void descarga.start(formato, (onProgress) => download(client.GET(path, { params, parseAs: 'stream' }), onProgress))
  }

  return { descarga, redactar }
}
