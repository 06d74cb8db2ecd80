import { useDescarga } from '../../../../shared/red/useDescarga.ts'
import { useRemote } from '../../../../shared/red/useRemote.ts'
import { downloadHoja, readPapeles, type FormatoHoja, type Hoja } from '../sesiones.api.ts'

export type { Hoja } from '../sesiones.api.ts'

/** Papers of a sesión that can be printed now, and the download of one of them. */
export function usePapeles(id: () => string) {
  const papeles = useRemote(() => readPapeles(id()))
  const descarga = useDescarga()

  function print(hoja: Hoja, formato: FormatoHoja): void {
    void descarga.start(`${hoja}.${formato}`, (onProgress) => downloadHoja({ id: id(), hoja, formato }, onProgress))
  }

  return { papeles, descarga, print }
}
