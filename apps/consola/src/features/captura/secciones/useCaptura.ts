import type { Outcome, Problem } from '@conoceles/api-client'
import { ref, shallowRef, type Ref } from 'vue'
import type { Captura, Candidatura, Respuestas, SeccionCaptura } from '../../../api-types.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'
import { createCapturaView, type SinContestar } from './captura-view.ts'
import { readCandidatura, readCaptura } from './captura.api.ts'
import { deviceNow } from '../../../shared/guardado/este-equipo.ts'
import { askCuestionarios, readCuestionarios, type Cuestionarios } from '../../../shared/captura/cuestionarios.ts'
import { useRestored } from './useRestored.ts'

/** Reads the captura of a candidatura, brings back the drafts that this machine kept, and takes the written text. */
export function useCaptura(id: Ref<string>) {
  const borradores = useBorradoresStore()
  const captura = shallowRef<Captura | null>(null)
  const candidatura = shallowRef<Candidatura | null>(null)
  const cuestionarios = shallowRef<Cuestionarios>(new Map())
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const view = createCapturaView({ captura: () => captura.value, cuestionarios: () => cuestionarios.value, entries: borradores.entries })
  const { bringBack, forgetRestored, ...kept } = useRestored({ id, captura, cuestionarios, view })

  async function load(): Promise<void> {
    const wanted = id.value
    if (captura.value?.candidaturaId !== wanted) forget()
    loading.value = true
    problem.value = null
    const result = await readAll(wanted)
    if (wanted !== id.value) return
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (result.ok) takeUp(result.data)
  }

  function forget(): void {
    captura.value = candidatura.value = null
    forgetRestored()
  }

  function takeUp({ captura: read, ...rest }: Read): void {
    borradores.clearSaved(id.value)
    captura.value = read
    candidatura.value = rest.candidatura
    cuestionarios.value = rest.cuestionarios
    if (rest.guardada) borradores.waitForNetwork(id.value)
    else bringBack(read)
  }

  function edit(seccion: SeccionCaptura, written: Respuestas): void {
    const draft = view.draftOf(seccion, written)
    const de = { nombre: candidatura.value?.nombre ?? '', seccion: seccion.titulo }
    if (draft !== null) borradores.queue.edit({ ...draft, de, desde: deviceNow() })
  }

  /** Writes the answers that decline questions beside those that are there. */
  function decline(partes: readonly SinContestar[]): void {
    for (const { seccion, respuestas } of partes) edit(seccion, { ...view.respuestasOf(seccion), ...respuestas })
  }

  /** Sends a section without anything to write as it is: the server counts the sections that it received. */
  function pass(seccion: SeccionCaptura): void {
    const draft = view.isPassable(seccion) ? view.draftOf(seccion, view.respuestasOf(seccion)) : null
    if (draft !== null) borradores.queue.edit({ ...draft, attempt: { key: crypto.randomUUID(), respuestas: draft.respuestas } })
  }

  /** Passes the sections that ask nothing, opened or not. */
  function passSilent(): void {
    for (const seccion of captura.value?.secciones ?? []) if (!view.asks(seccion)) pass(seccion)
  }

  return { ...view, ...kept, captura, candidatura, cuestionarios, problem, loading, load, edit, decline, pass, passSilent }
}

interface Read {
  cuestionarios: Cuestionarios
  candidatura: Candidatura
  captura: Captura
  /** It is what this device kept, and not what the server has now: nothing that was written is compared with it. */
  guardada: boolean
}

async function readAll(id: string): Promise<Outcome<Read>> {
  askCuestionarios()
  const [candidatura, captura] = await Promise.all([readCandidatura(id), readCaptura(id)])
  if (!candidatura.ok) return candidatura
  if (!captura.ok) return captura
  const cuestionarios = await readCuestionarios(captura.data)
  if (!cuestionarios.ok) return cuestionarios
  return {
    ok: true,
    data: {
      cuestionarios: cuestionarios.data,
      candidatura: candidatura.data,
      captura: captura.data,
      guardada: captura.storedAt !== undefined,
    },
  }
}
