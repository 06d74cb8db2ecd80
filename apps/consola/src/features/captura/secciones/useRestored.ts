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

interface Restored {
  /** Name in the queue. */
  name: string
  titulo: string
  outcome: Reconciled
}

/**
 * Drafts of a captura that this machine kept: some are sent or have to be chosen; the others cannot be sent any more and stay until they are
 * discarded.
 */
export function useRestored({ id, captura, cuestionarios, view }: Of) {
  const { entries, queue, nameOf } = useBorradoresStore()
  /** Sections whose text came back from this machine. */
  const back = ref<Restored[]>([])
  /** Their titles, by how each stands now. */
  const restored = computed(() => ({
    enviando: titlesOf(({ name, outcome }) => outcome === 'enviando' && !isArrived(name)),
    llegaron: titlesOf(({ name, outcome }) => outcome === 'enviando' && isArrived(name)),
    conflicto: titlesOf(({ name }) => entries.get(name)?.actual != null),
  }))

  function titlesOf(which: (each: Restored) => boolean): string[] {
    return back.value.filter(which).map(({ titulo }) => titulo)
  }

  function isArrived(name: string): boolean {
    const phase = entries.get(name)?.phase
    return phase === undefined || phase === 'guardado'
  }

  /** Puts the kept drafts on top of the answers just read. */
  function bringBack({ secciones }: Captura): void {
    for (const seccion of secciones) {
      const entry = view.entryOf(seccion)
      const campos = camposDe(cuestionarios.value.get(seccion.cuestionario)?.compiled, seccion.clave)
      const outcome = entry && reconcile(queue, { seccion, campos }, entry)
      if (outcome) back.value = [...back.value, { name: view.nameFor(seccion), titulo: seccion.titulo, outcome }]
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
    back.value = []
  }

  /** Drops those that arrived: they were told. */
  function forgetArrived(): void {
    back.value = back.value.filter(({ name }) => !isArrived(name))
  }

  return { restored, apartados, bringBack, discardApartados, forgetRestored, forgetArrived }
}
