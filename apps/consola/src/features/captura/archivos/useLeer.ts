import type { Problem } from '@conoceles/api-client'
import { computed, reactive, ref, shallowRef } from 'vue'
import type { PersonaEscrita, PreguntaEscrita } from '../../../api-types.ts'
import { problemText } from '../../../shared/red/problems.ts'
import { readArchivo } from './archivos.api.ts'
import { sobrantesDe, toElegida, type Elegida, type Escrita } from './escrita.ts'

type Elegir = (escrita: Escrita, candidatura: Elegida) => Promise<void>

/** Reads files one after the other. What somebody said of a label holds for all of them. */
export function useLeer(elegir: Elegir) {
  const files = shallowRef<readonly File[]>([])
  const etiquetas = reactive(new Map<string, string | null>())
  const preguntas = shallowRef<readonly PreguntaEscrita[]>([])
  const escritas = ref<Escrita[]>([])
  const rechazados = ref<{ archivo: string; razon: string }[]>([])
  const leyendo = ref<{ hechos: number; total: number } | null>(null)
  const sobrantes = computed(() => sobrantesDe(escritas.value, etiquetas))

  /** A file of the same name takes the place of the one before. */
  async function add(some: readonly File[]): Promise<void> {
    const names = new Set(some.map(({ name }) => name))
    files.value = [...files.value.filter(({ name }) => !names.has(name)), ...some]
    escritas.value = escritas.value.filter(({ archivo }) => !names.has(archivo))
    rechazados.value = rechazados.value.filter(({ archivo }) => !names.has(archivo))
    await readAll(some)
  }

  /** Says which question a label is (undefined: it is asked again), and reads all files again by it; whose they are stays as it was said. */
  async function decir(dichas: ReadonlyMap<string, string | null | undefined>): Promise<void> {
    for (const [etiqueta, campo] of dichas) say(etiquetas, etiqueta, campo)
    const chosen = new Map(escritas.value.filter(({ dicha }) => dicha).map(({ key, candidatura }) => [key, candidatura]))
    escritas.value = []
    rechazados.value = []
    await readAll(files.value)
    for (const escrita of escritas.value) {
      const before = chosen.get(escrita.key)
      if (before) await elegir(Object.assign(escrita, { dicha: true }), before)
    }
  }

  async function readAll(some: readonly File[]): Promise<void> {
    for (const [hechos, file] of some.entries()) {
      leyendo.value = { hechos, total: some.length }
      await readOne(file)
    }
    leyendo.value = null
  }

  async function readOne(file: File): Promise<void> {
    const result = await readArchivo(file, Object.fromEntries(etiquetas))
    const refused = result.ok ? result.data.avisos : [reasonOf(result.problem)]
    rechazados.value.push(...refused.map((razon) => ({ archivo: file.name, razon })))
    if (!result.ok) return
    preguntas.value = result.data.preguntas
    for (const persona of result.data.personas) await take(`${file.name} ${persona.sitio}`, file.name, persona)
  }

  async function take(key: string, archivo: string, persona: PersonaEscrita): Promise<void> {
    const escrita: Escrita = reactive({ key, archivo, persona, candidatura: null, dicha: false, cambios: null, aviso: null })
    escritas.value.push(escrita)
    const sure = persona.candidaturas.find(({ segura }) => segura)
    if (sure) await elegir(escrita, toElegida(sure))
  }

  return { files, preguntas, etiquetas, escritas, rechazados, leyendo, sobrantes, add, decir }
}

function say(etiquetas: Map<string, string | null>, etiqueta: string, campo: string | null | undefined): void {
  if (campo === undefined) etiquetas.delete(etiqueta)
  else etiquetas.set(etiqueta, campo)
}

function reasonOf(problem: Problem): string {
  return problem.errors?.[0]?.reasons[0] ?? problemText(problem)
}
