import { shallowRef } from 'vue'
import type { ListaOmisiones, Omision, OmisionesEmitidas } from '../../../api-types.ts'
import { useConsulta } from '../../../shared/lista/useConsulta.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDescarga } from '../../../shared/red/useDescarga.ts'
import { useKeyset } from '../../../shared/red/useKeyset.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { consultaOmisionesOf } from './consulta.ts'
import { downloadEmision, emitOmisiones, listEmisiones, listOmisiones } from './omisiones.api.ts'

/** The list as its address asks for it, and its emissions. */
export function useOmisiones() {
  const { asked, open, change } = useConsulta(consultaOmisionesOf, () => list.reload())
  const first = shallowRef<ListaOmisiones | null>(null)
  const list = useKeyset<Omision>(async (desde) => {
    const result = await listOmisiones(asked.value, desde)
    if (result.ok && desde === undefined) first.value = result.data
    return result
  })
  const emisiones = useRemote(listEmisiones)
  const descarga = useDescarga()
  const { busy, problem, run } = useAct()
  const done = shallowRef<OmisionesEmitidas | null>(null)
  const actor = () => asked.value.actor ?? ''
  let attempt = { actor: '', key: crypto.randomUUID() }

  void emisiones.reload()

  /** A repeated sending carries the same key; once it is done, the next one is another. */
  async function emitAll(): Promise<void> {
    if (attempt.actor !== actor()) attempt = { actor: actor(), key: crypto.randomUUID() }
    await run(
      () => emitOmisiones(asked.value.actor ?? null, attempt.key),
      async (emitida) => {
        attempt = { actor: actor(), key: crypto.randomUUID() }
        done.value = emitida
        await emisiones.reload()
      },
    )
  }

  function save(id: string): void {
    void descarga.start(id, (onProgress) => downloadEmision(id, onProgress))
  }

  return { asked, first, list, emisiones, descarga, busy, problem, done, change, open, emitAll, save }
}
