import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ConsultaOmisiones, ListaOmisiones, Omision, OmisionesEmitidas } from '../../../api-types.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDescarga } from '../../../shared/red/useDescarga.ts'
import { useKeyset } from '../../../shared/red/useKeyset.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { downloadEmision, emitOmisiones, listEmisiones, listOmisiones } from './omisiones.api.ts'

/** The list as its address asks for it, and its emissions. */
export function useOmisiones() {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const actor = computed(() => (typeof route.query.actor === 'string' ? route.query.actor : ''))
  const clase = computed(() => (typeof route.query.clase === 'string' ? route.query.clase : ''))
  const first = shallowRef<ListaOmisiones | null>(null)
  const list = useKeyset<Omision>(async (desde) => {
    const asked = { ...(actor.value ? { actor: actor.value } : {}), ...(clase.value ? { clase: clase.value } : {}) }
    const result = await listOmisiones(asked as ConsultaOmisiones, desde)
    if (result.ok && desde === undefined) first.value = result.data
    return result
  })
  const emisiones = useRemote(listEmisiones)
  const descarga = useDescarga()
  const { busy, problem, run } = useAct()
  const done = shallowRef<OmisionesEmitidas | null>(null)
  let attempt = { actor: '', key: crypto.randomUUID() }

  watch(
    [actor, clase],
    () => {
      if (route.name === own) void list.reload()
    },
    { immediate: true },
  )
  void emisiones.reload()

  function filter(change: { actor?: string; clase?: string }): void {
    const query = { actor: actor.value, clase: clase.value, ...change }
    void router.replace({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) })
  }

  /** A repeated sending carries the same key; once it is done, the next one is another. */
  async function emitAll(): Promise<void> {
    if (attempt.actor !== actor.value) attempt = { actor: actor.value, key: crypto.randomUUID() }
    await run(
      () => emitOmisiones(actor.value || null, attempt.key),
      async (emitida) => {
        attempt = { actor: actor.value, key: crypto.randomUUID() }
        done.value = emitida
        await emisiones.reload()
      },
    )
  }

  function save(id: string): void {
    void descarga.start(id, (onProgress) => downloadEmision(id, onProgress))
  }

  return { actor, clase, first, list, emisiones, descarga, busy, problem, done, filter, emitAll, save }
}
