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

  async function add(some: readonly File[]): Promise<void> {
    const known = new Set(files.value.map(keyOf))
    const added = some.filter((file) => !known.has(keyOf(file)))
    files.value = [...files.value, ...added]
    await readAll(added)
  }

  /** Says which question a label is (undefined: it is asked again), and reads all files again by it; whose they are stays as it was said. */
  async function decir(dichas: ReadonlyMap<string, string | null | undefined>): Promise<void> {
    for (const [etiqueta, campo] of dichas) say(etiquetas, etiqueta, campo)
    const chosen = new Map(escritas.value.map(({ key, candidatura }) => [key, candidatura]))
    escritas.value = []
    rechazados.value = []
    await readAll(files.value)
    for (const escrita of escritas.value) {
      const before = chosen.get(escrita.key)
      if (before && before.id !== escrita.candidatura?.id) await elegir(escrita, before)
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
    for (const [at, persona] of result.data.personas.entries()) await take(`${keyOf(file)} ${at}`, file.name, persona)
  }

  async function take(key: string, archivo: string, persona: PersonaEscrita): Promise<void> {
    const escrita: Escrita = reactive({ key, archivo, persona, candidatura: null, cambios: null, aviso: null })
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

const keyOf = ({ name, size }: File) => `${name} ${size}`

function reasonOf(problem: Problem): string {
  return problem.errors?.[0]?.reasons[0] ?? problemText(problem)
}
