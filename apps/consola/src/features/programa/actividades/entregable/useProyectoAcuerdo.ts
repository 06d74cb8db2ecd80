import { client } from '../../../../api.ts'
import { download } from '../../../../shared/red/download.ts'
import { useDescarga } from '../../../../shared/red/useDescarga.ts'

export type OrganoAcuerdo = 'comision' | 'pleno'

/** The acuerdos that the Comisión and the Pleno take on an actividad. */
export function useProyectoAcuerdo(clave: () => string) {
  const descarga = useDescarga()

  function redactar(organo: OrganoAcuerdo, formato: 'pdf' | 'docx'): void {
    const params = { path: { clave: clave().replace('/', '~') }, query: { organo, formato } }
    const path = '/api/v1/entregables/{clave}/proyecto-acuerdo'
    void descarga.start(`${organo}.${formato}`, (onProgress) => download(client.GET(path, { params, parseAs: 'stream' }), onProgress))
  }

  return { descarga, redactar }
}
