import { computed, ref, type Ref, type ShallowRef } from 'vue'
import type { Captura } from '../../../api-types.ts'
import type { Cuestionarios } from '../../../shared/captura/cuestionarios.ts'
import type { Draft } from '../../../shared/guardado/save-queue.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'
import { apartadosOf } from './apartados.ts'
import { camposDe, type CapturaView } from './captura-view.ts'
import { reconcile, type Reconciled } from './reconcile.ts'

interface Of {
  id: Ref<string>
  captura: ShallowRef<Captura | null>
  cuestionarios: ShallowRef<Cuestionarios>
  view: CapturaView
}

const NOTHING: Readonly<Record<Reconciled, string[]>> = { enviando: [], conflicto: [] }

/**
 * Drafts of a captura that this machine kept: some are sent or have to be chosen; the others cannot be sent any more and stay until they are
 * discarded.
 */
export function useRestored({ id, captura, cuestionarios, view }: Of) {
  const { entries, queue, nameOf } = useBorradoresStore()
  /** Titles of the sections whose text came back from this machine, by outcome. */
  const restored = ref(NOTHING)

  /** Puts the kept drafts on top of the answers just read. */
  function bringBack({ secciones }: Captura): void {
    for (const seccion of secciones) {
      const entry = view.entryOf(seccion)
      const campos = camposDe(cuestionarios.value.get(seccion.cuestionario)?.compiled, seccion.clave)
      const outcome = entry && reconcile(queue, { seccion, campos }, entry)
      if (outcome) restored.value = { ...restored.value, [outcome]: [...restored.value[outcome], seccion.titulo] }
    }
    putAsideBeyond(secciones.map(view.nameFor))
  }

  /** A section that the cuestionario has no more asks nothing. */
  function putAsideBeyond(names: readonly string[]): void {
    for (const name of drafts().map(nameOf)) {
      if (names.includes(name)) continue
      queue.setAside(name, [])
      void queue.drop(name)
    }
  }

  function drafts(): Draft[] {
    return [...entries.values()].map(({ draft }) => draft).filter(({ candidaturaId }) => candidaturaId === id.value)
  }

  const apartados = computed(() => apartadosOf(drafts(), { cuestionarios: cuestionarios.value, secciones: captura.value?.secciones ?? [] }))

  function discardApartados(): void {
    for (const draft of drafts()) if (draft.aparte !== undefined) void queue.discardAside(nameOf(draft))
  }

  function forgetRestored(): void {
    restored.value = NOTHING
  }

  return { restored, apartados, bringBack, discardApartados, forgetRestored }
}
