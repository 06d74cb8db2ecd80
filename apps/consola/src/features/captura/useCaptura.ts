import type { Problem } from '@conoceles/api-client'
import { ref, shallowRef, type Ref } from 'vue'
import type { Captura, Candidatura, Respuestas, SeccionCaptura } from '../../api-types.ts'
import { useBorradoresStore } from '../../stores/borradores.ts'
import { createCapturaView } from './captura-view.ts'
import { readCandidatura, readCaptura } from './captura.api.ts'
import { readCuestionarios, type Cuestionarios } from '../../shared/cuestionarios.ts'
import { reconcile } from './reconcile.ts'

/** Reads the captura of a candidatura, brings back what this machine kept of it, and takes what is written. */
export function useCaptura(id: Ref<string>) {
  const borradores = useBorradoresStore()
  const captura = shallowRef<Captura | null>(null)
  const candidatura = shallowRef<Candidatura | null>(null)
  const cuestionarios = shallowRef<Cuestionarios>(new Map())
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  /** Titles of the sections whose text came back from this machine. */
  const restored = ref<string[]>([])
  const view = createCapturaView({ captura: () => captura.value, cuestionarios: () => cuestionarios.value, entries: borradores.entries })

  async function load(): Promise<void> {
    const wanted = id.value
    if (captura.value?.candidaturaId !== wanted) forget()
    loading.value = true
    const [listed, person, read] = await Promise.all([readCuestionarios(), readCandidatura(wanted), readCaptura(wanted)])
    if (wanted !== id.value) return
    loading.value = false
    const failed = [listed, person, read].find((result) => !result.ok)
    problem.value = failed === undefined || failed.ok ? null : failed.problem
    if (!listed.ok || !person.ok || !read.ok) return
    cuestionarios.value = listed.data
    candidatura.value = person.data
    takeUp(read.data)
  }

  function forget(): void {
    captura.value = null
    candidatura.value = null
    restored.value = []
  }

  function takeUp(read: Captura): void {
    borradores.clearSaved(id.value)
    captura.value = read
    for (const seccion of read.secciones) {
      const entry = view.entryOf(seccion)
      if (entry !== undefined && reconcile(borradores.queue, seccion, entry)) restored.value.push(seccion.titulo)
    }
  }

  function edit(seccion: SeccionCaptura, written: Respuestas): void {
    const draft = view.draftOf(seccion, written)
    if (draft !== null) borradores.queue.edit(draft)
  }

  return { ...view, captura, candidatura, cuestionarios, problem, loading, restored, load, edit }
}
